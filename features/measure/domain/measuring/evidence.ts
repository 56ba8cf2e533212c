import type { SurveyBinding } from '#touchpoint/domain/binding.ts';
import type { SurveyScore } from '#voice/domain/survey.ts';
import type { Score } from '../figures.ts';
import type { PlacePart } from './place-figures.ts';
import type { ScorePart } from './scores.ts';
import { everyoneKey, numberOfKey, type Split } from './split.ts';
import {
  addScores,
  type ByPlace,
  emptyScores,
  type PlaceTally,
  type ScoreTally,
  type SourceTallies,
  sumOf,
} from './tally.ts';

export const levels = ['touchpoints', 'steps', 'stages'] as const;
export type Level = (typeof levels)[number];

/** What was counted in a source for one way of splitting it (null: not split). */
export type CountedSplit = {
  readonly split: Split | null;
  readonly tallies: SourceTallies;
  /** Null when the source has no scores. */
  readonly scores: Readonly<Record<Level, ByPlace<ScoreTally>>> | null;
};

/** All that one source says of a map. */
export type SourceEvidence = {
  readonly sourceId: string;
  readonly name: string;
  readonly importedAt: string | null;
  readonly scale: Score['scale'] | null;
  /** How alike several journeys of a customer may be (kit/statistics/estimate.ts); 1 where each has one. */
  readonly designEffect: number;
  /** Rank of the last stage bound to it; −1 when nothing is. */
  readonly lastRank: number;
  /** At least one; each counts the same journeys. */
  readonly counted: readonly CountedSplit[];
  /** Moment of the last event, by touchpoint. */
  readonly lastSeen: ReadonlyMap<string, number>;
};

/** What a source says of one place for one group; `rank`: of the stage of the place. */
export function partOf(
  evidence: SourceEvidence,
  level: Level,
  placeId: string,
  rank: number,
  group: string,
): PlacePart {
  const later = rank < evidence.lastRank;
  const own: PlaceTally[] = [];
  let journeys = 0;
  eachNumber(evidence, group, ({ tallies }, number) => {
    journeys += tallies.journeys[number] ?? 0;
    own.push(...(tallies[level].get(placeId)?.slice(number, number + 1) ?? []));
  });
  return { tally: sumOf(own), journeys, later, designEffect: evidence.designEffect };
}

/** Events at a place, of everyone. */
export function volumeAt(evidence: SourceEvidence, level: Level, placeId: string): number {
  let volume = 0;
  eachNumber(evidence, everyoneKey, ({ tallies }, number) => {
    volume += tallies[level].get(placeId)?.[number]?.volume ?? 0;
  });
  return volume;
}

export function scorePartOf(
  evidence: SourceEvidence,
  level: Level,
  placeId: string,
  group: string,
): ScorePart[] {
  if (!evidence.scale) return [];
  const sums = emptyScores();
  eachNumber(evidence, group, ({ scores }, number) => {
    const own = scores?.[level].get(placeId)?.[number];
    if (own) addScores(sums, own);
  });
  return [{ scores: sums, scale: evidence.scale, designEffect: evidence.designEffect }];
}

/** Lived journeys of a group in a source. */
export function journeysOf(evidence: SourceEvidence, group: string): number {
  let journeys = 0;
  eachNumber(evidence, group, ({ tallies }, number) => {
    journeys += tallies.journeys[number] ?? 0;
  });
  return journeys;
}

/** Everyone is all the groups of one split together, those without a value included; a group is one number of its split. */
function eachNumber(
  { counted }: SourceEvidence,
  group: string,
  read: (counted: CountedSplit, number: number) => void,
): void {
  const [first] = counted;
  if (group === everyoneKey) {
    first?.tallies.journeys.forEach((_, number) => {
      read(first, number);
    });
    return;
  }
  for (const each of counted) {
    const number = each.split ? numberOfKey(each.split, group) : undefined;
    if (number !== undefined) read(each, number);
  }
}

/** Answers of one survey to what a map asks of it, per way of splitting it (null: not split). */
export type SurveyEvidence = {
  readonly surveyId: string;
  readonly name: string;
  readonly lastAt: string | null;
  readonly importedAt: string;
  readonly answers: readonly { readonly split: Split | null; readonly scores: readonly SurveyScore[] }[];
};

/**
 * The score of a survey column for a group; null when the survey does not know the group. A column whose scale does not suit
 * the kind asked (an NPS on five points) answers with its own kind.
 */
export function columnScore(
  evidence: SurveyEvidence,
  { column, kind }: Pick<SurveyBinding, 'column' | 'kind'>,
  group: string,
): { score: Score; answers: number } | null {
  for (const { split, scores } of evidence.answers) {
    const value = split?.groups.find(({ key }) => key === group)?.value;
    if (group !== everyoneKey && value === undefined) continue;
    const own = scores.filter((score) => score.column === column);
    const score = own.find((each) => each.kind === kind) ?? own[0];
    // The first group is everyone; a column may well hold a value called "all".
    const figures =
      group === everyoneKey ? score?.groups[0] : score?.groups.slice(1).find(({ key }) => key === value);
    if (!score || !figures) continue;
    return {
      score: {
        kind: score.kind,
        scale: score.scale,
        estimate: figures.estimate,
        refused: score.refusedTotal,
      },
      answers: figures.estimate.n,
    };
  }
  return null;
}
