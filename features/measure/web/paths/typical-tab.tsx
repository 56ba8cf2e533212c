import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { RepresentativesAnswer } from '#measure/domain/paths/answer.ts';
import { Button } from '#ui/button.tsx';
import { shareEnds } from '../ends.ts';
import { peopleOutOf } from '../map/place-figures.ts';
import { countOf, shown } from '../place.ts';
import { scopeOf } from './address.ts';
import { Answered } from './answered.tsx';
import { Explained } from './explained.tsx';
import { listed } from './part-menu.tsx';
import { PathFigure } from './path-figure.tsx';
import { PathRows } from './path-rows.tsx';
import classes from './paths.module.css';
import { cell, type Twin } from './twin.tsx';
import { basisWords, type PathsView, quoted, rangeWords } from './view.ts';

type TabProps = { readonly view: PathsView; readonly whole: string | undefined };

/** A few journeys that stand for all. */
export function TypicalTab({ view, whole }: TabProps) {
  const { search, workspaceId, sourceId } = view;
  const { query } = useApi();
  const found = useQuery({
    ...query.measure.representatives.queryOptions({ input: { workspaceId, ...scopeOf(sourceId, search) } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered view={view} found={found}>
      {(answer) => <ShownTypical view={view} whole={whole} answer={answer} />}
    </Answered>
  );
}

/** Under so many journeys, none is typical. */
const fewest = 5;

function ShownTypical({ view, whole, answer }: TabProps & { readonly answer: RepresentativesAnswer }) {
  const { t, format, label, search, onSearch, speech } = view;
  const { basis, told, sampled, underWay, placeless, variants, tried, meanDistance, far, representatives } =
    answer;
  const leftOut = [
    ...(underWay > 0 ? [t('typical.underWay', { count: underWay, said: format.integer(underWay) })] : []),
    ...(placeless > 0 ? [t('typical.placeless', { count: placeless, said: format.integer(placeless) })] : []),
  ];
  if (told < fewest)
    return (
      <div className={classes.said} role="status">
        <p>{t('typical.few')}</p>
        {leftOut.map((words) => (
          <p key={words} className={classes.muted}>
            {words}
          </p>
        ))}
      </div>
    );
  const caption = t('typical.caption');
  const farther = shown(far);
  const rows = representatives.map(
    ({ path, share, exact, medianMilliseconds, journeys, meanDistance: apart }, at) => {
      const of = shown(share);
      const count = countOf(journeys);
      const same = countOf(exact);
      const names = path.map(label);
      const counted =
        count === null
          ? t('typical.fewCount')
          : t(sampled ? 'typical.ofSample' : 'basis.journeys', { count, said: format.integer(count) });
      return {
        names,
        of,
        count,
        counted,
        same,
        sameWords: same === null ? t('typical.fewCount') : format.integer(same),
        apart,
        time: medianMilliseconds,
        // All it stands for, not only those who took exactly this path.
        see:
          count === null || count === 0
            ? undefined
            : () => onSearch(listed(search, { of: 'typical', rank: at + 1 })),
        words: t(of ? 'typical.row' : 'typical.rowFew', {
          share: of ? format.share(of.value) : '',
          ...(of ? shareEnds(format, of) : {}),
          count: counted,
          time: format.duration(medianMilliseconds),
        }),
      };
    },
  );
  const twin: Twin = {
    caption,
    columns: [
      { key: 'path', header: t('variants.path'), names: true },
      { key: 'journeys', header: t('typical.stands'), figures: true },
      { key: 'share', header: t('variants.share'), figures: true },
      { key: 'low', header: t('funnel.lowHead'), figures: true },
      { key: 'high', header: t('funnel.highHead'), figures: true },
      { key: 'exact', header: t('typical.exact'), figures: true },
      { key: 'median', header: t('variants.median'), figures: true },
      { key: 'apart', header: t('typical.apart'), figures: true },
    ],
    rows: rows.map(({ names, of, count, same, sameWords, time, apart }) => [
      cell(<span className={classes.long}>{names.join(' › ')}</span>, names.join(' › ')),
      count === null ? cell(t('typical.fewCount')) : cell(format.integer(count), count),
      ...(['value', 'low', 'high'] as const).map((part) =>
        of ? cell(format.share(of[part]), of[part]) : cell('', ''),
      ),
      cell(sameWords, same ?? sameWords),
      cell(format.duration(time), Math.round(time)),
      cell(format.share(apart), apart),
    ]),
    action: {
      header: t('flow.see'),
      of: (row) => {
        const see = rows[row]?.see;
        return see === undefined ? null : (
          <Button
            look="quiet"
            className={classes.inline}
            aria-label={t('variants.seeOf', { n: row + 1 })}
            onClick={see}
          >
            {t('flow.see')}
          </Button>
        );
      },
    },
  };
  const [first] = rows;
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={basis}
        whole={whole}
        title={caption}
        text={t('typical.sentence', {
          count: representatives.length,
          journeys: t('basis.journeys', { count: told, said: format.integer(told) }),
        })}
        range={t('typical.leaves', {
          mean: format.share(meanDistance),
          far: farther ? format.share(farther.value) : t('typical.unknown'),
        })}
        definition={t('typical.definition')}
        method={t('typical.method', {
          tried: tried.map(({ count, quality }) => `${count}: ${format.fixed(quality, 2)}`).join(' · '),
        })}
      >
        {first?.of && (
          <p>
            {t('typical.first', {
              people: peopleOutOf(speech, first.of.value),
              path: quoted(view, first.names.join(' › ')),
              ...shareEnds(format, first.of),
            })}
          </p>
        )}
      </Explained>
      <PathFigure
        view={view}
        basis={basis}
        facts={basisWords(view, basis, whole)}
        notes={[
          ...(sampled ? [t('typical.sampled', { count: told, said: format.integer(told) })] : []),
          t('typical.variants', { count: variants, said: format.integer(variants) }),
          ...leftOut,
        ]}
        twin={twin}
      >
        {(width) => (
          <PathRows
            caption={caption}
            width={width}
            rows={rows.map(({ names, of, counted, words, sameWords, time, apart }) => ({
              share: of?.value ?? 0,
              words,
              spoken: t('typical.spoken', {
                path: names.join(' › '),
                words: of ? `${format.share(of.value)}, ${rangeWords(view, of)}` : counted,
                exact: sameWords,
                time: format.duration(time),
                apart: format.share(apart),
              }),
              places: names,
            }))}
            onSee={(row) => rows[row]?.see}
          />
        )}
      </PathFigure>
    </div>
  );
}
