import { readAnswer, readNumber } from './answer.ts';
import type { ColumnProfile } from './column-profile.ts';
import { batteryOf, type ScoreCandidate, scoreCandidate } from './guess-score.ts';
import type { ScoreColumn, SurveyMapping, SurveyPreviewColumn, ValueCount } from './survey.ts';

type Role = SurveyPreviewColumn['role'];
type Reason = SurveyPreviewColumn['reason'];
type Guess = { readonly role: Role; readonly reason: Reason; readonly score?: ScoreColumn };

/** The column that dates the answers, found by the reader of tables. */
export type TimeGuess = NonNullable<SurveyMapping['time']>;

export type SurveyGuess = {
  /** Null when no column looks like a score: the reader is asked. */
  readonly mapping: SurveyMapping | null;
  readonly columns: readonly SurveyPreviewColumn[];
};

const weightName = /weight|pondér|ponder|(^|[^a-z])(poids|pond|wgt|wt|coef)([^a-z]|$)/i;
const respondentName =
  /resp(ondent|onse)?[ _-]?(num|id|no)|respond|r[eé]pondant|uuid|guid|(^|[^a-z])(id|identifiant|num[eé]ro|customer|client|contact|e-?mail|courriel)([^a-z]|$)|[a-z](_id|Id|ID)$/i;
const textName =
  /comment|verbatim|remar[kq]|suggest|pourquoi|(^|[^a-z])(why|texte?|feedback|opinion|avis|open|libre|reason|raison)([^a-z]|$)/i;

/** A column is split by when it has a few different values, each with some people behind it. */
const mostGroups = 40;
/** Values listed for a column in the preview. */
const listedValues = 40;

const params = (values: Record<string, string | number>): Reason['params'] => values;

function guessWeight(profile: ColumnProfile): Guess | null {
  if (!weightName.test(profile.column) || profile.filled === 0) return null;
  const mean = profile.sum / profile.numbers;
  const usable = profile.positives >= 0.95 * profile.filled && mean > 0.1 && mean < 10;
  // Weights bring a sample back to the population: around 1, and hardly ever whole. A weight in kilograms is not one.
  if (!usable || profile.wholes === profile.numbers) return null;
  return {
    role: 'weight',
    reason: { code: 'weight-name-and-mean', params: params({ mean: Number(mean.toFixed(2)) }) },
  };
}

function guessRespondent(profile: ColumnProfile): Guess | null {
  if (!respondentName.test(profile.column) || profile.filled < 0.95 * profile.rows) return null;
  if (profile.rows < 2 || profile.sentences > 0.5 * profile.filled) return null;
  // Some people answer twice; a column where many values come back is no list of people.
  const distinct = profile.values.length;
  if (!profile.manyValues && distinct < 0.95 * profile.filled) return null;
  const params = profile.manyValues ? {} : { distinct, filled: profile.filled };
  return {
    role: 'respondent',
    reason: { code: profile.manyValues ? 'identifier-of-many' : 'identifier', params },
  };
}

function guessText(profile: ColumnProfile): Guess | null {
  if (profile.filled === 0 || profile.numbers > 0.2 * profile.filled) return null;
  const average = profile.length / profile.filled;
  const varied = profile.manyValues || profile.values.length > 0.3 * profile.filled;
  const wordy = profile.sentences > 0.5 * profile.filled && average > 20 && varied;
  const named = textName.test(profile.column) && profile.sentences > 0.2 * profile.filled && average > 8;
  if (!wordy && !named) return null;
  return {
    role: 'text',
    reason: { code: named ? 'text-name' : 'sentences', params: params({ length: Math.round(average) }) },
  };
}

function guessSplit(profile: ColumnProfile): Guess | null {
  const groups = profile.values.length;
  if (profile.manyValues || groups < 2 || groups > mostGroups) return null;
  if (profile.filled < 0.2 * profile.rows || groups > profile.filled / 5) return null;
  return { role: 'split', reason: { code: 'few-values', params: params({ distinct: groups }) } };
}

/** Candidates that can be trusted without asking, with why; the others are shown and left to the reader. */
function sureScores(candidates: readonly ScoreCandidate[]): Map<string, Reason> {
  const sure = new Map<string, Reason>();
  const asked = new Map<string, ScoreCandidate[]>();
  for (const candidate of candidates) {
    const { column } = candidate.profile;
    if (candidate.hint) sure.set(column, { code: 'score-name', params: params({ hint: candidate.hint }) });
    const battery = batteryOf(column);
    if (battery === null) continue;
    const key = JSON.stringify([battery, candidate.scale]);
    asked.set(key, [...(asked.get(key) ?? []), candidate]);
  }
  for (const battery of asked.values()) {
    if (battery.length < 3) continue;
    for (const { profile } of battery) {
      if (!sure.has(profile.column)) {
        sure.set(profile.column, { code: 'battery', params: params({ columns: battery.length }) });
      }
    }
  }
  addLookAlikes(candidates, sure);
  return sure;
}

/**
 * A lone question on the scale and with the codes of the batteries around it, answered mostly in its better half as
 * opinions are, is one of them; counts in classes ("once", "2–5 times" …) start from the low end.
 */
function addLookAlikes(candidates: readonly ScoreCandidate[], sure: Map<string, Reason>): void {
  const known = candidates.filter(({ profile }) => sure.get(profile.column)?.code === 'battery');
  for (const candidate of candidates) {
    if (sure.has(candidate.profile.column)) continue;
    const { scale } = candidate;
    const like = known.find(
      (other) =>
        other.scale.min === scale.min &&
        other.scale.max === scale.max &&
        candidate.noAnswer.every((code) => other.noAnswer.includes(code)),
    );
    if (like && candidate.mean > (scale.min + scale.max) / 2) {
      sure.set(candidate.profile.column, {
        code: 'like-battery',
        params: params({ column: like.profile.column }),
      });
    }
  }
}

const scoreGuess = (candidate: ScoreCandidate, reason: Reason): Guess => ({
  role: 'score',
  reason,
  score: {
    column: candidate.profile.column,
    label: candidate.profile.column.trim().slice(0, 200) || candidate.profile.column.slice(0, 200),
    kind: candidate.kind,
    scale: { ...candidate.scale },
    noAnswer: [...candidate.noAnswer],
  },
});

/**
 * What each column of a table of answers is, from its name and its values; every guess says why, and lists the values
 * it would not count. `time` comes from the reader of tables. Nothing here decides: the reader confirms.
 */
export function guessSurveyMapping(
  profiles: readonly ColumnProfile[],
  time: TimeGuess | null = null,
): SurveyGuess {
  const candidates = profiles.map(scoreCandidate).filter((candidate) => candidate !== null);
  const byColumn = new Map(candidates.map((candidate) => [candidate.profile.column, candidate]));
  const sure = sureScores(candidates);
  const nothingSure = sure.size === 0;
  const taken = new Set<Role>();
  const guesses = new Map<string, Guess>();

  for (const profile of profiles) {
    const guess = guessOne(profile);
    guesses.set(profile.column, guess);
    taken.add(guess.role);
  }

  function guessOne(profile: ColumnProfile): Guess {
    if (profile.filled === 0) return { role: 'ignored', reason: { code: 'empty', params: {} } };
    if (time?.column === profile.column) return { role: 'time', reason: { code: 'dates', params: {} } };
    const weight = taken.has('weight') ? null : guessWeight(profile);
    if (weight) return weight;
    const respondent = taken.has('respondent') ? null : guessRespondent(profile);
    if (respondent) return respondent;
    const candidate = byColumn.get(profile.column);
    const reason = sure.get(profile.column);
    if (candidate && reason) return scoreGuess(candidate, reason);
    // Without any sure score, a doubtful one is a better start than an empty form.
    if (candidate && nothingSure) return scoreGuess(candidate, { code: 'scale-only', params: {} });
    const text = guessText(profile);
    if (text) return text;
    const split = guessSplit(profile);
    if (split && candidate) {
      const { min, max } = candidate.scale;
      return { role: 'split', reason: { code: 'maybe-score', params: params({ min, max }) } };
    }
    return split ?? { role: 'ignored', reason: { code: 'unclear', params: {} } };
  }

  return {
    mapping: mappingOf(guesses, time),
    columns: profiles.map((profile) => previewColumn(profile, guesses.get(profile.column)!)),
  };
}

function mappingOf(guesses: ReadonlyMap<string, Guess>, time: TimeGuess | null): SurveyMapping | null {
  const named = (role: Role, most: number): string[] =>
    [...guesses]
      .filter(([, guess]) => guess.role === role)
      .map(([column]) => column)
      .slice(0, most);
  const scores = [...guesses.values()].map((guess) => guess.score).filter((score) => score !== undefined);
  if (scores.length === 0) return null;
  return {
    respondent: named('respondent', 1)[0] ?? null,
    time: time && guesses.has(time.column) ? time : null,
    scores: scores.slice(0, 200),
    weight: named('weight', 1)[0] ?? null,
    splits: named('split', 50),
    texts: named('text', 20),
  };
}

function previewColumn(profile: ColumnProfile, guess: Guess): SurveyPreviewColumn {
  const { score } = guess;
  const values: ValueCount[] = profile.values.slice(0, listedValues).map(({ value, count }) => ({
    value: value.slice(0, 200),
    count,
    reading: score ? readAnswer(value, score).reading : 'answer',
  }));
  if (score) {
    // What would not be counted must be seen, even when it is rare.
    const hidden = profile.values.slice(listedValues).filter(({ value }) => {
      const number = readNumber(value);
      return number === null || number < score.scale.min || number > score.scale.max;
    });
    values.splice(listedValues - Math.min(hidden.length, listedValues / 2));
    for (const { value, count } of hidden.slice(0, listedValues / 2)) {
      values.push({ value: value.slice(0, 200), count, reading: readAnswer(value, score).reading });
    }
  }
  return { column: profile.column, role: guess.role, reason: guess.reason, filled: profile.filled, values };
}
