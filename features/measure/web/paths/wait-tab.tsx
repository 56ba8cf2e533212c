import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { DurationShown } from '#kit/statistics/estimate.ts';
import type { WaitAnswer } from '#measure/domain/paths/answer.ts';
import { durationEnds, type Ends } from '../ends.ts';
import { tellable } from '../place.ts';
import { changed, scopeOf } from './address.ts';
import { Answered } from './answered.tsx';
import { Explained } from './explained.tsx';
import { PathFigure } from './path-figure.tsx';
import classes from './paths.module.css';
import { PlaceSelect } from './place-select.tsx';
import { cell, type Twin } from './twin.tsx';
import { basisWords, type PathsView, quoted } from './view.ts';
import { WaitPicture } from './wait-picture.tsx';

type TabProps = { readonly view: PathsView; readonly whole: string | undefined };

/** How long it takes from one place to another. */
export function WaitTab({ view, whole }: TabProps) {
  const { t, search, onSearch, workspaceId, sourceId, commonest } = view;
  const { query } = useApi();
  const first = search.first ?? commonest[0];
  const second = search.second ?? (commonest.length > 1 ? commonest.at(-1) : undefined);
  const found = useQuery({
    ...query.measure.wait.queryOptions({
      input: { workspaceId, ...scopeOf(sourceId, search), first: first ?? '', second: second ?? '' },
    }),
    enabled: first !== undefined && second !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.stack}>
      {!view.still && (
        <div className={classes.controls}>
          <PlaceSelect
            view={view}
            small
            label={t('time.first')}
            value={first ?? null}
            onChange={(key) => onSearch(changed(search, { first: key ?? undefined, second }))}
          />
          <PlaceSelect
            view={view}
            small
            label={t('time.second')}
            value={second ?? null}
            onChange={(key) => onSearch(changed(search, { first, second: key ?? undefined }))}
          />
        </div>
      )}
      {first === undefined || second === undefined ? (
        <p role="status">{t('time.choose')}</p>
      ) : (
        <Waited
          view={view}
          whole={whole}
          found={found}
          first={quoted(view, view.label(first))}
          second={quoted(view, view.label(second))}
        />
      )}
    </div>
  );
}

type WaitedProps = TabProps & {
  readonly found: Parameters<typeof Answered<WaitAnswer>>[0]['found'];
  readonly first: string;
  readonly second: string;
};

function Waited({ view, whole, found, first, second }: WaitedProps) {
  const { t, search } = view;
  // Nobody at the first place is an answer of its own when nothing else narrows the question.
  if (found.data?.basis.journeys === 0 && (search.filter ?? []).length === 0)
    return <p role="status">{t('time.none', { first })}</p>;
  return (
    <Answered view={view} found={found}>
      {(answer) => <ShownWait view={view} whole={whole} answer={answer} first={first} second={second} />}
    </Answered>
  );
}

type ShownWaitProps = TabProps & {
  readonly answer: WaitAnswer;
  readonly first: string;
  readonly second: string;
};

function ShownWait({ view, whole, answer, first, second }: ShownWaitProps) {
  const { t, format } = view;
  const { median, curve, arrived, stillWaiting, without, basis } = answer;
  const caption = t('time.caption');
  const counts = [
    t('time.arrived', { count: arrived, said: format.integer(arrived) }),
    t('time.waiting', { count: stillWaiting, said: format.integer(stillWaiting) }),
    t('time.without', { count: without, said: format.integer(without) }),
  ].join(' · ');
  const text =
    arrived === 0
      ? t('time.noneLater', { first, second })
      : median.withheld
        ? t('time.withheld', { n: tellable(median.n) ?? t('funnel.few'), minimum: median.minimum })
        : median.value === null
          ? t('time.beyond', { first, second, time: format.durationInWords(median.observedUpTo) })
          : t('time.sentence', { first, second, time: format.durationInWords(median.value) });
  const n = median.withheld ? undefined : format.integer(median.n);
  const ends = median.withheld ? null : waitEnds(view, median);
  const range =
    n === undefined || arrived === 0
      ? undefined
      : ends
        ? t('time.range', { ...ends, n })
        : t('time.n', { n });
  const share = (value: number | null) => (value === null ? cell('', '') : cell(format.share(value), value));
  const twin: Twin = {
    caption,
    columns: [
      { key: 'at', header: t('time.at'), names: true },
      { key: 'share', header: t('time.share'), figures: true },
      { key: 'low', header: t('time.low'), figures: true },
      { key: 'high', header: t('time.high'), figures: true },
    ],
    rows: curve.map(({ time, waiting, low, high }) => [
      cell(format.duration(time), time),
      share(waiting),
      share(low),
      share(high),
    ]),
  };
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={basis}
        whole={whole}
        title={caption}
        text={text}
        range={range}
        definition={t('time.definition', { first, second })}
        method={t('time.method')}
      >
        <p>{counts}</p>
      </Explained>
      {curve.length > 0 && (
        <PathFigure
          view={view}
          basis={basis}
          facts={basisWords(view, basis, whole)}
          notes={[counts]}
          twin={twin}
        >
          {(width) => (
            <WaitPicture
              view={view}
              answer={answer}
              width={width}
              spoken={t('time.spoken', { first, second, sentence: text.replaceAll('**', ''), counts })}
            />
          )}
        </PathFigure>
      )}
    </div>
  );
}

const hour = 3_600_000;

/** Both ends of the interval; in a smaller unit where they would read the same: "14 j à 14 j" says nothing. */
function waitEnds({ t, format }: PathsView, median: DurationShown): Ends | null {
  const ends = durationEnds(format, median, (value) => t('time.past', { time: value }));
  if (!ends || ends.low !== ends.high || median.low === null || median.high === null) return ends;
  const [unit, length] =
    median.low >= 48 * hour ? (['hour', hour] as const) : (['minute', hour / 60] as const);
  const [low, high] = [median.low, median.high].map((value) => format.saidDuration(value / length, unit));
  return low === undefined || high === undefined || low === high ? null : { low, high };
}
