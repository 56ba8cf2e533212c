import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import { isNoAnswerCode, readAnswer, readNumber, type Scale, suitsNps } from '../domain/answer.ts';
import { type ScoreColumn, type SurveyMapping, usualScale, type ValueCount } from '../domain/survey.ts';

/** A column as the form knows it: from the preview of a file, or from a survey that is already here. */
export type FormColumn = {
  readonly name: string;
  /** Rows with something in it; null when not counted. */
  readonly filled: number | null;
  /** Its values with their counts, commonest first; maybe not all of them. */
  readonly values: readonly Pick<ValueCount, 'value' | 'count'>[];
};

/** A score while it is being corrected: its bounds may be empty or reversed. */
export type ScoreDraft = {
  readonly column: string;
  readonly label: string;
  readonly kind: ScoreKind;
  readonly min: number | null;
  readonly max: number | null;
  readonly noAnswer: readonly string[];
};

export type SurveyDraft = Omit<SurveyMapping, 'scores'> & { readonly scores: readonly ScoreDraft[] };

export const draftOf = (mapping: SurveyMapping | null): SurveyDraft =>
  mapping === null
    ? { respondent: null, time: null, scores: [], weight: null, splits: [], texts: [] }
    : {
        ...mapping,
        scores: mapping.scores.map(({ scale, ...score }) => ({ ...score, ...scale })),
      };

/** Why the draft cannot be a mapping yet. */
export type ScoreFault = 'scale-missing' | 'scale-reversed' | 'nps-scale';

export function scoreFault({ kind, min, max }: ScoreDraft): ScoreFault | null {
  if (min === null || max === null) return 'scale-missing';
  if (min >= max) return 'scale-reversed';
  return kind === 'nps' && !suitsNps({ min, max }) ? 'nps-scale' : null;
}

/** The mapping to send; null while something in the draft is not right. */
export function mappingOf(draft: SurveyDraft): SurveyMapping | null {
  if (draft.scores.length === 0) return null;
  const scores: ScoreColumn[] = [];
  for (const score of draft.scores) {
    const rule = ruleOf(score);
    if (!rule) return null;
    const { min: _min, max: _max, ...rest } = score;
    scores.push({
      ...rest,
      label: score.label.trim() === '' ? score.column.slice(0, 200) : score.label.trim(),
      scale: rule.scale,
      noAnswer: [...score.noAnswer],
    });
  }
  return { ...draft, splits: [...draft.splits], texts: [...draft.texts], scores };
}

/** The rule a score draft stands for; null while it has a fault. */
export function ruleOf(score: ScoreDraft): Pick<ScoreColumn, 'kind' | 'scale' | 'noAnswer'> | null {
  const { kind, min, max, noAnswer } = score;
  if (min === null || max === null || scoreFault(score)) return null;
  return { kind, scale: { min, max }, noAnswer: [...noAnswer] };
}

const change = (draft: SurveyDraft, column: string, to: (score: ScoreDraft) => ScoreDraft): SurveyDraft => ({
  ...draft,
  scores: draft.scores.map((score) => (score.column === column ? to(score) : score)),
});

export const editScore = (draft: SurveyDraft, column: string, patch: Partial<ScoreDraft>): SurveyDraft =>
  change(draft, column, (score) => ({ ...score, ...patch }));

/** Another kind brings its usual scale along, unless the scale was set to something of its own. */
export const setKind = (draft: SurveyDraft, column: string, kind: ScoreKind): SurveyDraft =>
  change(draft, column, (score) => {
    const usual = usualScale[score.kind];
    const untouched = score.min === usual.min && score.max === usual.max;
    return { ...score, kind, ...(untouched || kind === 'nps' ? usualScale[kind] : {}) };
  });

/** Declares a value to mean "no answer", or takes that back. */
export const toggleCode = (draft: SurveyDraft, column: string, value: string): SurveyDraft =>
  change(draft, column, (score) => ({
    ...score,
    noAnswer: isNoAnswerCode(value, score.noAnswer)
      ? score.noAnswer.filter((code) => !isNoAnswerCode(value, [code]))
      : [...score.noAnswer, value],
  }));

const commonScales: readonly Scale[] = [
  { min: 1, max: 5 },
  { min: 1, max: 7 },
  { min: 0, max: 10 },
  { min: 0, max: 100 },
];

/** The narrowest usual scale that holds nearly all numbers of a column. */
function scaleFor({ values }: FormColumn): Scale {
  const numbers = values.flatMap(({ value, count }) => {
    const number = readNumber(value);
    return number === null ? [] : [{ number, count }];
  });
  const all = numbers.reduce((sum, { count }) => sum + count, 0);
  const inside = ({ min, max }: Scale): number =>
    numbers.reduce((sum, { number, count }) => sum + (number >= min && number <= max ? count : 0), 0);
  return commonScales.find((scale) => all > 0 && inside(scale) >= 0.9 * all) ?? usualScale.mean;
}

/** Makes a column a score, out of whatever it was. */
export function addScore(draft: SurveyDraft, column: FormColumn): SurveyDraft {
  if (draft.scores.some((score) => score.column === column.name)) return draft;
  const score: ScoreDraft = {
    column: column.name,
    label: column.name.slice(0, 200),
    kind: 'mean',
    ...scaleFor(column),
    noAnswer: [],
  };
  return {
    ...draft,
    weight: draft.weight === column.name ? null : draft.weight,
    splits: draft.splits.filter((name) => name !== column.name),
    texts: draft.texts.filter((name) => name !== column.name),
    scores: [...draft.scores, score],
  };
}

export const removeScore = (draft: SurveyDraft, column: string): SurveyDraft => ({
  ...draft,
  scores: draft.scores.filter((score) => score.column !== column),
});

export const toggle = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((each) => each !== name) : [...names, name];

/** What the values of a column come to under a rule. */
export type Tally = {
  readonly answers: number;
  readonly noAnswer: number;
  readonly refused: number;
  /** Values that are not answers, to be looked at: each with its count and how it reads now. */
  readonly apart: readonly { readonly value: string; readonly count: number; readonly code: boolean }[];
  /** False when some values of the column were not listed: the counts are then of the listed ones. */
  readonly exact: boolean;
};

/** Counts what a rule makes of the values seen, in a table of `rows` rows. */
export function tally(column: FormColumn, rule: Parameters<typeof readAnswer>[1], rows: number): Tally {
  const filled = column.filled ?? 0;
  let answers = 0;
  let codes = 0;
  let refused = 0;
  const apart: Tally['apart'][number][] = [];
  for (const { value, count } of column.values) {
    const { reading } = readAnswer(value, rule);
    if (reading === 'answer') {
      answers += count;
      continue;
    }
    const code = reading === 'no-answer';
    if (code) codes += count;
    else refused += count;
    apart.push({ value, count, code });
  }
  return {
    answers,
    noAnswer: codes + Math.max(0, rows - filled),
    refused,
    apart,
    exact: answers + codes + refused >= filled,
  };
}
