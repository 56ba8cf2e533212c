import type { DifferenceShown } from '#kit/statistics/estimate.ts';
import type { OutcomeAnswer } from '#measure/domain/impact/answer.ts';
import { Explained } from '../paths/explained.tsx';
import { PathFigure } from '../paths/path-figure.tsx';
import classes from '../paths/paths.module.css';
import { cell, figures, type Twin } from '../paths/twin.tsx';
import { basisWords, quoted } from '../paths/view.ts';
import { shown } from '../place.ts';
import { betweenWords, gapCells, pointsWords, pWords, shareCells } from './said.ts';
import type { ImpactView, TabProps } from './view.ts';
import { WhiskerPicture, type WhiskerRow } from './whisker-picture.tsx';

type Place = OutcomeAnswer['places'][number];
type ShownOutcomeProps = TabProps & { readonly answer: OutcomeAnswer; readonly goal: string };

/** Places drawn; all of them are in the table. */
const most = 20;

export function ShownOutcome({ view, whole, answer, goal }: ShownOutcomeProps) {
  const { t, own, paths } = view;
  const { format } = paths;
  const { basis, places, undecided, leftOut } = answer;
  const named = quoted(paths, paths.label(goal));
  const kind = own.outcome ?? 'reached';
  const facts = [
    undecided > 0 ? t('outcome.undecided', { count: undecided, said: format.integer(undecided) }) : '',
    leftOut > 0 ? t('outcome.leftOut', { count: leftOut }) : '',
  ].filter((fact) => fact !== '');
  const nothing = nothingWords(view, answer, named);
  if (nothing !== undefined)
    return (
      <div className={classes.said} role="status">
        <p>{nothing}</p>
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </div>
    );
  const [first] = places;
  const removal = shown(first?.removal);
  const share = shown(answer.share);
  const caption = t('outcome.caption');
  const rows = rowsOf(view, answer);
  const left = places.length - Math.min(most, rows.length);
  return (
    <div className={classes.stack}>
      <Explained
        view={paths}
        basis={basis}
        whole={whole}
        title={caption}
        text={
          first && removal
            ? t(kind === 'reached' ? 'outcome.sentenceReached' : 'outcome.sentenceMissed', {
                goal: named,
                place: quoted(paths, paths.label(first.key)),
                share: format.share(removal.value),
              })
            : ''
        }
        range={removal ? betweenWords(view, removal) : undefined}
        definition={t('outcome.definition')}
        method={t('outcome.method')}
      >
        <p>{gapWords(view, answer, named).replaceAll('**', '')}</p>
        {share && (
          <p>
            {t(kind === 'reached' ? 'outcome.shareReached' : 'outcome.shareMissed', {
              share: format.share(share.value),
              count: paths.t('basis.journeys', {
                count: answer.journeys,
                said: format.integer(answer.journeys),
              }),
              goal: named,
            })}
          </p>
        )}
        <p>{t('notCause')}</p>
      </Explained>
      <PathFigure
        view={paths}
        basis={basis}
        facts={basisWords(paths, basis, whole)}
        notes={[...(left > 0 ? [t('more', { count: left })] : []), ...facts, t('notCause')]}
        twin={twinOf(view, answer)}
      >
        {(width) => <WhiskerPicture rows={rows.slice(0, most)} width={width} caption={caption} />}
      </PathFigure>
    </div>
  );
}

/** Why there is nothing to compare; undefined where there is. */
function nothingWords(
  { t, own, paths: { format } }: ImpactView,
  { places, share, journeys, basis }: OutcomeAnswer,
  goal: string,
): string | undefined {
  if (places.length > 0) return undefined;
  const withIt = share.withheld ? null : Math.round(share.value * journeys);
  const reach = withIt === null ? null : own.outcome === 'missed' ? journeys - withIt : withIt;
  if (reach === 0) return t('outcome.nobody', { goal });
  if (reach === journeys && journeys > 0) return t('outcome.everybody', { goal });
  if (reach === null || Math.min(reach, journeys - reach) < basis.minimum)
    return t('outcome.tooFew', {
      goal,
      with: reach === null || reach < 5 ? t('fewHidden') : format.integer(reach),
      without: reach === null || journeys - reach < 5 ? t('fewHidden') : format.integer(journeys - reach),
      minimum: basis.minimum,
    });
  return t('outcome.nothingBefore', { goal });
}

/** The widest sure gap between those who pass a place and the others, as a sentence. */
function gapWords(view: ImpactView, { places }: OutcomeAnswer, goal: string): string {
  const { t, own, paths } = view;
  const sure = places
    .flatMap(({ key, difference }) => (difference.withheld ? [] : [{ key, difference }]))
    .filter(({ difference: { adjustedP, p, level } }) => (adjustedP ?? p) < 1 - level)
    .toSorted((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value));
  const [widest] = sure;
  if (!widest) return t('outcome.noGap');
  const { value, low, high } = widest.difference;
  const points = (share: number) => paths.format.decimal(Math.abs(share) * 100, 1);
  return `${t(own.outcome === 'missed' ? 'outcome.gapMissed' : 'outcome.gapReached', {
    place: quoted(paths, paths.label(widest.key)),
    goal,
    points: t('points', { value: points(value) }),
    side: t(value > 0 ? 'outcome.side.more' : 'outcome.side.less'),
    range: paths.speech.t('range', {
      low: points(value > 0 ? low : high),
      high: points(value > 0 ? high : low),
    }),
  })} ${t('sure', { p: pWords(view, widest.difference.adjustedP ?? widest.difference.p) })}`;
}

/** The places as the picture draws them, by the figure asked for; those that have none are left to the table. */
function rowsOf(view: ImpactView, { places }: OutcomeAnswer): WhiskerRow[] {
  const { t, own, paths } = view;
  const figure = own.figure ?? 'removal';
  const say = figure === 'difference' ? (v: number) => pointsWords(view, v) : paths.format.share;
  const numbers = (place: Place): number =>
    place.difference.withheld ? 0 : Math.min(...(place.difference as DifferenceShown).n);
  return places
    .flatMap((place) => {
      const estimate = place[figure];
      if (estimate.withheld) return [];
      const label = paths.label(place.key);
      return [
        {
          key: place.key,
          label,
          value: estimate.value,
          low: estimate.low,
          high: estimate.high,
          text: say(estimate.value),
          spoken: t('outcome.spoken', {
            place: label,
            value: say(estimate.value),
            low: say(estimate.low),
            high: say(estimate.high),
            n: paths.format.integer(figure === 'difference' ? numbers(place) : place.journeys),
          }),
        },
      ];
    })
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

function twinOf(view: ImpactView, { places }: OutcomeAnswer): Twin {
  const { t, paths } = view;
  const { format } = paths;
  const ends = (key: string) => [figures(`${key}-low`, t('lowHead')), figures(`${key}-high`, t('highHead'))];
  return {
    caption: t('outcome.caption'),
    columns: [
      figures('rank', t('outcome.rankHead')),
      { key: 'place', header: t('placeHead'), names: true },
      figures('passages', t('passagesHead')),
      figures('journeys', t('journeysHead')),
      figures('removal', t('outcome.removalHead')),
      ...ends('removal'),
      figures('credit', t('outcome.creditHead')),
      ...ends('credit'),
      figures('difference', t('outcome.differenceHead')),
      ...ends('difference'),
      figures('p', t('adjustedHead')),
    ],
    rows: places.map((place) => [
      cell(
        place.rank.low === place.rank.high
          ? String(place.rank.value)
          : t('outcome.rankRange', {
              rank: place.rank.value,
              low: place.rank.low,
              high: place.rank.high,
            }),
        place.rank.value,
      ),
      cell(paths.label(place.key)),
      cell(format.integer(place.passages), place.passages),
      cell(format.integer(place.journeys), place.journeys),
      ...shareCells(view, place.removal),
      ...shareCells(view, place.credit),
      ...gapCells(view, place.difference),
    ]),
  };
}
