import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapMeasure, Population, Score } from '#measure/domain/figures.ts';
import { scoreEnds, scoreText } from '../ends.ts';
import type { Speech } from '../figure-words.ts';
import { shown } from '../place.ts';
import { scoreName } from './place-figures.ts';

/** "1 434 parcours · 8 577 événements · 27 noms · 116 variantes". */
export function logWords({ t, format }: Speech, { stats }: Pick<Population, 'stats'>): string[] {
  return [
    t('strip.journeys', { count: stats.journeys, said: format.integer(stats.journeys) }),
    t('strip.events', { count: stats.events, said: format.integer(stats.events) }),
    t('strip.names', { count: stats.eventNames, said: format.integer(stats.eventNames) }),
    t('strip.variants', { count: stats.variants, said: format.integer(stats.variants) }),
  ];
}

export const tiesWords = ({ t, format }: Speech, { stats }: Pick<Population, 'stats'>): string =>
  stats.ties.journeys === 0 ? t('strip.noTies') : t('strip.ties', { share: format.share(stats.ties.share) });

/** The figure behind an objective: "+39,84 (+37,1 à +42,5), n = 2 746, pondéré +40,40"; nothing where none is shown. */
export function objectiveNow({ t, format }: Speech, score: Score | null | undefined): string | undefined {
  const estimate = shown(score?.estimate);
  if (!score || !estimate) return undefined;
  const told = t('strip.objectiveNow', {
    value: scoreText(format, score, estimate.value, 2),
    range: t('range', scoreEnds(format, score, estimate, 2)),
    n: format.integer(estimate.n),
  });
  const { weighted } = estimate;
  return weighted
    ? `${told}, ${t('strip.objectiveWeighted', { value: scoreText(format, score, weighted.value, 2) })}`
    : told;
}

/** The objectives of the map that are tied to data, each named before its figure. */
export function objectiveWords(
  speech: Speech,
  measure: MapMeasure,
  map: JourneyMap,
): { id: string; text: string }[] {
  return Object.entries(measure.objectives).flatMap(([id, score]) => {
    const said = objectiveNow(speech, score);
    if (!score || said === undefined) return [];
    const own = map.objectives[id]?.text ?? '';
    const name = own === '' ? scoreName(speech, score) : score.kind === 'nps' ? `${own} (NPS)` : own;
    return [{ id, text: speech.t('strip.objective', { name, said }) }];
  });
}
