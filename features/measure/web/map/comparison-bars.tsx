import type { JourneyMap } from '#journey/domain/schema.ts';
import type { Group, MapMeasure } from '#measure/domain/figures.ts';
import { attributedPrefix, byPersonas } from '#measure/domain/measuring/split.ts';
import { IntervalBar } from '#ui/interval-bar.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { Speech } from '../figure-words.ts';
import type { Place } from '../place.ts';
import { barWords, type ComparedId, type Comparison, compare, gapSentence } from './comparison.ts';
import classes from './figures-panel.module.css';
import { groupLabel } from './place-figures.ts';

type ComparisonBarsProps = {
  readonly speech: Speech;
  readonly measure: MapMeasure;
  readonly map: JourneyMap;
  readonly place: Place;
  readonly id: ComparedId;
};

/** The same figure for each group under one another, and whether their widest gap is sure. */
export function ComparisonBars({ speech, measure, map, place, id: asked }: ComparisonBarsProps) {
  const { t, format } = speech;
  const comparison = compareOn(measure, place, asked);
  if (comparison === null) return null;
  const { id, bars, withheld, absent, min, max, gap } = comparison;
  const sentence = gapSentence(speech, comparison);
  const title =
    measure.by === null || measure.by === byPersonas || measure.by.startsWith(attributedPrefix)
      ? t('panel.byPersona')
      : t('panel.by', { name: measure.by });
  return (
    <section className={classes.part}>
      <SectionTitle level={3}>{title}</SectionTitle>
      <p className={classes.small}>
        {t(`name.${id === 'satisfaction' ? scoreKey(comparison.score?.kind) : id}`)}
      </p>
      <div>
        {bars.map((bar) => {
          const { text, ...ends } = barWords(speech, comparison, bar);
          const label = groupLabel(speech, bar.group);
          return (
            <IntervalBar
              key={bar.group.key}
              label={label}
              value={bar.value}
              low={bar.low}
              high={bar.high}
              min={min}
              max={max}
              text={text}
              spoken={`${label}${t('colon')} ${t('figure.spoken', { value: text, ...ends, n: format.integer(bar.n) })}`}
              color={colourOf(map, bar.group)}
            />
          );
        })}
      </div>
      {sentence !== null && (
        <p className={classes.small}>
          {sentence}
          {gap !== null && gap.pairs > 1 && ` ${t('panel.gapAdjusted')}`}
        </p>
      )}
      {bars.length === 0 && <p className={classes.small}>{t('panel.nobodyCompared')}</p>}
      {bars.length > 0 && (withheld.length > 0 || absent.length > 0) && (
        <ul className={classes.notes}>
          {withheld.map(({ group, n, minimum }) => (
            <li key={group.key}>
              {n === null
                ? t('panel.tooFewCount', { group: groupLabel(speech, group) })
                : t('panel.tooFew', { group: groupLabel(speech, group), n: format.integer(n), minimum })}
            </li>
          ))}
          {absent.map((group) => (
            <li key={group.key}>
              {t(id === 'satisfaction' ? 'panel.noAnswerIn' : 'panel.absentIn', {
                group: groupLabel(speech, group),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The figure asked for; where every group is too small for it, who comes can often still be compared. */
function compareOn(measure: MapMeasure, place: Place, id: ComparedId): Comparison | null {
  const asked = compare(measure, place, id);
  if (asked === null || asked.bars.length > 0) return asked;
  const shares = compare(measure, place, 'share');
  return shares !== null && shares.bars.length > 0 ? shares : asked;
}

const scoreKey = (kind: string | undefined): 'nps' | 'ces' | 'satisfaction' =>
  kind === 'nps' || kind === 'ces' ? kind : 'satisfaction';

/** Personas have their colour; the values of an attribute have none, as colour would mean something. */
function colourOf(map: JourneyMap, group: Group): string {
  const persona = group.personaId === null ? undefined : map.personas[group.personaId];
  return persona ? `var(--persona-${persona.colour})` : 'var(--control)';
}
