import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { WinningAnswer } from '#measure/domain/paths/answer.ts';
import type { DeedDone } from '#measure/domain/paths/question.ts';
import { Button } from '#ui/button.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { countOf } from '../place.ts';
import { changed, type PathSearch, scopeOf } from './address.ts';
import { Answered } from './answered.tsx';
import { Explained } from './explained.tsx';
import { listed, type PartActions } from './part-menu.tsx';
import { PathFigure } from './path-figure.tsx';
import classes from './paths.module.css';
import { PlaceSelect } from './place-select.tsx';
import { cell, type Twin } from './twin.tsx';
import { basisWords, type PathsView, quoted } from './view.ts';
import { WinningPicture } from './winning-picture.tsx';
import { alpha, deedWords, type SaidDeed, saidDeeds, shareWords } from './winning-words.ts';

type TabProps = { readonly view: PathsView; readonly whole: string | undefined };

/** What those who reached a goal did more than the others. */
export function WinningTab({ view, whole }: TabProps) {
  const { t, search, onSearch, workspaceId, sourceId } = view;
  const { query } = useApi();
  const { goal, start } = search;
  const found = useQuery({
    ...query.measure.winning.queryOptions({
      input: {
        workspaceId,
        ...scopeOf(sourceId, search),
        goal: goal ?? '',
        ...(start !== undefined && { start }),
      },
    }),
    enabled: goal !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.stack}>
      {!view.still && (
        <div className={classes.controls}>
          <PlaceSelect
            view={view}
            small
            label={t('winning.goal')}
            value={goal ?? null}
            onChange={(key) => onSearch(changed(search, { goal: key ?? undefined }))}
          />
          <PlaceSelect
            view={view}
            small
            label={t('winning.start')}
            empty={t('flow.anywhere')}
            value={start ?? null}
            onChange={(key) => onSearch(changed(search, { start: key ?? undefined }))}
          />
        </div>
      )}
      {goal === undefined ? (
        <p role="status">{t('winning.choose')}</p>
      ) : (
        <Answered view={view} found={found}>
          {(answer) => <ShownWinning view={view} whole={whole} answer={answer} goal={view.label(goal)} />}
        </Answered>
      )}
    </div>
  );
}

/** Differences drawn; the table has them all. */
const mostDrawn = 12;
/** Sentences about what is beyond chance. */
const mostSaid = 3;

type ShownProps = TabProps & { readonly answer: WinningAnswer; readonly goal: string };

function ShownWinning({ view, whole, answer, goal }: ShownProps) {
  const { t, format } = view;
  const { basis, deeds, undecided, atOnce, elsewhere } = answer;
  const leftOut = (
    [
      ['undecided', undecided],
      ['atOnce', atOnce],
      ['elsewhere', elsewhere],
    ] as const
  ).flatMap(([name, count]) =>
    count > 0 ? [t(`winning.${name}`, { count, said: format.integer(count) })] : [],
  );
  const why = whyNothing(view, answer, quoted(view, goal));
  if (why !== undefined)
    return (
      <div className={classes.said} role="status">
        <p>{why}</p>
        {leftOut.map((words) => (
          <p key={words} className={classes.muted}>
            {words}
          </p>
        ))}
      </div>
    );
  const caption = t('winning.caption');
  const said = saidDeeds(view, deeds);
  const few = deeds.length - said.length;
  const see = ({ done }: Pick<SaidDeed, 'done'>): PartActions['see'] => [
    { words: t('winning.see'), search: listed(view.search, { of: 'deed', deed: done }) },
  ];
  const sure = said.filter(({ p }) => p < alpha);
  const journeys = (count: number) => t('basis.journeys', { count, said: format.integer(count) });
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={basis}
        whole={whole}
        title={caption}
        text={t('winning.sentence', {
          winners: journeys(countOf(answer.winners) ?? 0),
          others: journeys(countOf(answer.others) ?? 0),
          goal: quoted(view, goal),
        })}
        definition={t('winning.definition')}
        method={t('winning.method', { count: said.length })}
      >
        {sure.length === 0 && <p>{t('winning.noneSure', { count: said.length })}</p>}
        {sure.slice(0, mostSaid).map(({ key, text }) => (
          <Sentence key={key} text={text} />
        ))}
        <p className={classes.muted}>{t('winning.association')}</p>
      </Explained>
      <PathFigure
        view={view}
        basis={basis}
        facts={basisWords(view, basis, whole)}
        notes={[
          t('winning.association'),
          t('winning.legend'),
          ...(said.length > mostDrawn
            ? [t('winning.shown', { count: mostDrawn, all: format.integer(said.length) })]
            : []),
          t('winning.read', { count: answer.passagesCompared }),
          ...(few > 0 ? [t('winning.fewDid', { count: few })] : []),
          ...leftOut,
        ]}
        twin={twinOf(view, answer, said, caption, (done) => see({ done })[0]?.search)}
      >
        {(width) => (
          <WinningPicture
            view={view}
            width={width}
            caption={caption}
            deeds={said.slice(0, mostDrawn)}
            see={see}
          />
        )}
      </PathFigure>
    </div>
  );
}

/** The sentence where there is nothing to compare. */
function whyNothing({ t }: PathsView, answer: WinningAnswer, goal: string): string | undefined {
  const { minimum } = answer.basis;
  const winners = countOf(answer.winners);
  if (winners === 0) return t('winning.nobody', { goal });
  if (winners === null || winners < minimum) return t('winning.fewWinners', { goal, minimum });
  if (answer.passagesCompared === 0) return t('winning.fewOthers', { goal, minimum });
  return answer.deeds.length === 0 ? t('winning.nothing') : undefined;
}

function twinOf(
  view: PathsView,
  { deeds }: WinningAnswer,
  said: readonly SaidDeed[],
  caption: string,
  searchOf: (done: DeedDone) => PathSearch | undefined,
): Twin {
  const { t, format } = view;
  const points = (value: number) => cell(format.signed(value * 100, 1), value);
  const share = (value: number | null) => cell(shareWords(view, value), value ?? '');
  const nothing = cell('', '');
  return {
    caption,
    columns: [
      { key: 'deed', header: t('winning.deed'), names: true },
      { key: 'winners', header: t('winning.winners'), figures: true },
      { key: 'others', header: t('winning.others'), figures: true },
      { key: 'difference', header: t('winning.difference'), figures: true },
      { key: 'low', header: t('winning.low'), figures: true },
      { key: 'high', header: t('winning.high'), figures: true },
      { key: 'p', header: t('winning.p'), figures: true },
      { key: 'sure', header: t('winning.sure') },
    ],
    // In the order of the answer: those compared first, as they are said.
    rows: deeds.map(({ deed, winners, others, difference }, at) => {
      const told = said[at];
      return [
        cell(deedWords(view, deed)),
        share(winners),
        share(others),
        ...(difference && told
          ? [
              points(difference.value),
              points(difference.low),
              points(difference.high),
              cell(told.pWords, told.p),
              cell(t(told.p < alpha ? 'winning.yes' : 'winning.no')),
            ]
          : [nothing, nothing, nothing, nothing, nothing]),
      ];
    }),
    action: {
      header: t('flow.see'),
      of: (row) => {
        const deed = deeds[row];
        const search = deed?.winners ? searchOf(deed.deed) : undefined;
        return deed === undefined || search === undefined ? null : (
          <Button
            look="quiet"
            className={classes.inline}
            aria-label={t('winning.seeOf', { deed: deedWords(view, deed.deed) })}
            onClick={() => view.onSearch(search)}
          >
            {t('flow.see')}
          </Button>
        );
      },
    },
  };
}
