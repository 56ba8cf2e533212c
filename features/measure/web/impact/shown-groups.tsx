import type { TouchpointsAnswer } from '#measure/domain/impact/answer.ts';
import type { TouchpointFigure } from '#measure/domain/impact/touchpoints.ts';
import { everyoneKey } from '#measure/domain/measuring/split.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { groupLabel } from '../map/place-figures.ts';
import { Explained } from '../paths/explained.tsx';
import classes from '../paths/paths.module.css';
import { cell, type Twin, TwinTable } from '../paths/twin.tsx';
import { basisWords, quoted } from '../paths/view.ts';
import { countOf } from '../place.ts';
import { figureRange, figureText, withheldText } from './figure-cells.ts';
import { pWords } from './said.ts';
import type { ImpactView, TabProps } from './view.ts';

type ShownGroupsProps = TabProps & { readonly answer: TouchpointsAnswer; readonly figure: TouchpointFigure };

/** Gaps said as sentences. */
const most = 12;

/** One figure of every place for each group, and the sure gaps between a group and all others. */
export function ShownGroups({ view, whole, answer, figure }: ShownGroupsProps) {
  const { t, paths } = view;
  const { groups, places, differences, basis } = answer;
  const { format, speech } = paths;
  if (groups.length < 2) return <p role="status">{t('groups.none')}</p>;
  const sure = differences
    .filter(({ difference: { adjustedP, p, level } }) => (adjustedP ?? p) < 1 - level)
    .toSorted((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value));
  const columns = [
    { key: everyoneKey, label: speech.t('everyone'), journeys: basis.journeys },
    ...groups.map((group) => ({ ...group, label: groupLabel(speech, group) })),
  ];
  const twin: Twin = {
    caption: t('groups.caption', { figure: t(`groups.of.${figure}`) }),
    columns: [
      { key: 'place', header: t('placeHead'), names: true },
      ...columns.map(({ key, label, journeys }) => ({
        key,
        header: `${label} (${t('ofJourneys', { n: countOf(journeys) === null ? t('fewHidden') : format.integer(countOf(journeys) ?? 0) })})`,
        figures: true,
      })),
    ],
    rows: places.map(({ key, figures }) => [
      cell(paths.label(key)),
      ...columns.map((column) => {
        const estimate = figures[column.key]?.[figure];
        if (!estimate) return cell('–', '');
        if (estimate.withheld) return cell(withheldText(view, estimate), '');
        return cell(
          `${figureText(format, figure, estimate.value)} (${figureRange(view, figure, estimate)})`,
          estimate.value,
        );
      }),
    ]),
  };
  const [first, ...others] = sure;
  return (
    <div className={classes.stack}>
      <Explained
        view={paths}
        basis={basis}
        whole={whole}
        title={twin.caption}
        text={
          first ? gapWords(view, answer, figure, first) : t('groups.noneSure', { count: differences.length })
        }
        definition={t('touchpoints.definition', { days: view.own.stay ?? 30 })}
        method={t('groups.method')}
      >
        <p>{t('groups.adjusted', { count: differences.length })}</p>
      </Explained>
      {others.length > 0 && (
        <section className={classes.stack} aria-labelledby="gaps">
          <SectionTitle id="gaps">{t('groups.others')}</SectionTitle>
          <ul className={classes.list}>
            {others.slice(0, most).map((gap) => (
              <li key={`${gap.group} ${gap.key}`}>
                {gapWords(view, answer, figure, gap).replaceAll('**', '')}
              </li>
            ))}
          </ul>
          {others.length > most && <p>{t('groups.more', { count: others.length - most })}</p>}
        </section>
      )}
      <TwinTable twin={twin} />
      <p className={classes.facts}>{basisWords(paths, basis, whole).join(' · ')}</p>
      <p className={classes.muted}>{t('notCause')}</p>
    </div>
  );
}

/** "Les inquiets : 14 points de plus que les autres à « Appel » (9 à 18). L'écart est sûr (p corrigé 0,002)." */
function gapWords(
  view: ImpactView,
  { groups }: TouchpointsAnswer,
  figure: TouchpointFigure,
  { group, key, difference }: TouchpointsAnswer['differences'][number],
): string {
  const { t, paths } = view;
  const { format, speech } = paths;
  const found = groups.find((each) => each.key === group);
  const { value, low, high } = difference;
  const score = figure === 'satisfaction';
  const size = (of: number): string => (score ? format.decimal(of, 2) : format.decimal(of * 100, 1));
  const turned = value < 0;
  return `${t(turned ? 'groups.belowGap' : 'groups.aboveGap', {
    group: found ? groupLabel(speech, found) : group,
    figure: t(`groups.of.${figure}`),
    place: quoted(paths, paths.label(key)),
    gap: score ? size(Math.abs(value)) : t('points', { value: size(Math.abs(value)) }),
    range: speech.t('range', { low: size(turned ? -high : low), high: size(turned ? -low : high) }),
  })} ${t('sure', { p: pWords(view, difference.adjustedP ?? difference.p) })}`;
}
