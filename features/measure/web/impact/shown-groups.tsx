import type { TouchpointsAnswer } from '#measure/domain/impact/answer.ts';
import type { TouchpointFigure } from '#measure/domain/impact/touchpoints.ts';
import { everyoneKey } from '#measure/domain/measuring/split.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { groupLabel } from '../map/place-figures.ts';
import { Explained } from '../paths/explained.tsx';
import { PathFigure } from '../paths/path-figure.tsx';
import classes from '../paths/paths.module.css';
import { cell, type Twin } from '../paths/twin.tsx';
import { basisWords, quoted } from '../paths/view.ts';
import { countOf } from '../place.ts';
import { figureRange, figureText, withheldText } from './figure-cells.ts';
import { pointsWords, pWords } from './said.ts';
import type { ImpactView, TabProps } from './view.ts';
import { WhiskerPicture } from './whisker-picture.tsx';

type ShownGroupsProps = TabProps & { readonly answer: TouchpointsAnswer; readonly figure: TouchpointFigure };

/** Gaps said as sentences, and drawn. */
const most = 12;
const drawn = 15;

/** One figure of every place for each group, and the sure gaps between a group and all others. */
export function ShownGroups({ view, whole, answer, figure }: ShownGroupsProps) {
  const { t, paths } = view;
  const { groups, places, differences, basis } = answer;
  const { format, speech } = paths;
  if (groups.length < 2) return <p role="status">{t('groups.none')}</p>;
  const sure = differences
    .filter(({ difference }) => isSure(difference))
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
  const score = figure === 'satisfaction';
  const gaps = differences
    .toSorted((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value))
    .slice(0, drawn)
    .map((gap) => {
      const { value, low, high } = gap.difference;
      const group = columns.find(({ key }) => key === gap.group)?.label ?? gap.group;
      return {
        key: `${gap.group} ${gap.key}`,
        label: `${group} · ${paths.label(gap.key)}`,
        ...{ value, low, high },
        text: score ? format.signed(value, 2) : pointsWords(view, value),
        spoken: gapWords(view, answer, figure, gap).replaceAll('**', ''),
      };
    });
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
      <PathFigure
        view={paths}
        basis={basis}
        facts={basisWords(paths, basis, whole)}
        notes={[
          ...(differences.length > 0 ? [t('groups.drawn')] : []),
          ...(differences.length > drawn ? [t('groups.cut', { count: drawn })] : []),
          t('notCause'),
        ]}
        twin={twin}
      >
        {gaps.length > 0
          ? (width) => <WhiskerPicture rows={gaps} width={width} caption={twin.caption} />
          : undefined}
      </PathFigure>
    </div>
  );
}

type Gap = TouchpointsAnswer['differences'][number];

const isSure = ({ adjustedP, p, level }: Gap['difference']): boolean => (adjustedP ?? p) < 1 - level;

/** "Les inquiets : 14 points de plus que les autres à « Appel » (9 à 18). L'écart est sûr (p corrigé 0,002)." */
function gapWords(
  view: ImpactView,
  { groups }: TouchpointsAnswer,
  figure: TouchpointFigure,
  { group, key, difference }: Gap,
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
  })} ${t(isSure(difference) ? 'sure' : 'unsure', { p: pWords(view, difference.adjustedP ?? difference.p) })}`;
}
