import { type Persona, type Section, type Statement, sections } from './schema.ts';

/** What a statement is worth today. */
export type EvidenceState = 'proven' | 'assumed' | 'stale';

/** Days after which evidence is out of date, unless the statement says otherwise. */
export const defaultValidity = 365;

const dayLength = 86_400_000;

/** Days from one calendar day to another, both YYYY-MM-DD; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);

/** The day of the newest dated evidence (YYYY-MM-DD), if any is dated. */
export const newestEvidence = ({ evidence }: Pick<Statement, 'evidence'>): string | undefined =>
  evidence.reduce<string | undefined>(
    (newest, { date }) => (date !== null && (newest === undefined || date > newest) ? date : newest),
    undefined,
  );

/**
 * Proven when something proves it that is not out of date; stale when its newest dated evidence is older than the
 * statement's validity; assumed when nothing proves it. Evidence without any date cannot be told to be old: it proves,
 * and `nextQuestions` asks for its date. `today` is YYYY-MM-DD.
 */
export function evidenceState(
  statement: Pick<Statement, 'evidence' | 'validForDays'>,
  today: string,
): EvidenceState {
  if (statement.evidence.length === 0) return 'assumed';
  const newest = newestEvidence(statement);
  const validity = statement.validForDays ?? defaultValidity;
  return newest !== undefined && daysBetween(newest, today) > validity ? 'stale' : 'proven';
}

export type Proof = {
  readonly proven: number;
  readonly assumed: number;
  readonly stale: number;
  readonly total: number;
  /** Proven of all, 0 … 1; null when nothing is stated. */
  readonly share: number | null;
};

/** A statement still to be written states nothing. */
export const isStated = ({ text }: Pick<Statement, 'text'>): boolean => text.trim() !== '';

/** What a persona rests on. */
export function provenShare(persona: Pick<Persona, 'statements'>, today: string): Proof {
  const counts = { proven: 0, assumed: 0, stale: 0 };
  for (const statement of Object.values(persona.statements)) {
    if (isStated(statement)) counts[evidenceState(statement, today)]++;
  }
  const total = counts.proven + counts.assumed + counts.stale;
  return { ...counts, total, share: total === 0 ? null : counts.proven / total };
}

export type NextQuestion = {
  readonly statementId: string;
  readonly section: Section;
  readonly text: string;
  /** Nothing proves it; what proved it is out of date; what proves it has no date. */
  readonly reason: 'assumed' | 'stale' | 'undated';
  /** How much is at stake, for sorting only. */
  readonly stake: number;
};

/**
 * How much is decided on each section: what they want, what stops them and what they fear decide what is built; the
 * script is what an agent says tomorrow; criteria and values change slowly and steer least.
 */
const stakes: Readonly<Record<Section, number>> = {
  goals: 5,
  obstacles: 5,
  fears: 5,
  expectations: 4,
  pains: 4,
  gains: 4,
  'hard-situations': 4,
  signs: 4,
  'words-to-avoid': 3,
  'words-to-use': 3,
  tone: 3,
  services: 3,
  'contact-rhythm': 3,
  habits: 3,
  does: 3,
  feels: 2,
  thinks: 2,
  says: 2,
  values: 2,
  behavioural: 2,
  psychographic: 2,
  demographic: 1,
  geographic: 1,
};

const urgency: Readonly<Record<NextQuestion['reason'], number>> = { assumed: 1, stale: 0.8, undated: 0.3 };

/** Weight of a statement that does not tell one. */
export const usualWeight = 3;

/**
 * What to go and ask: the statements that most is decided on and least proves, the weightiest first. Equal stakes keep
 * the order of the sheet.
 */
export function nextQuestions(
  persona: Pick<Persona, 'statements'>,
  today: string,
  most = Number.POSITIVE_INFINITY,
): NextQuestion[] {
  return Object.entries(persona.statements)
    .flatMap(([statementId, statement]): (NextQuestion & { order: string })[] => {
      const reason = reasonToAsk(statement, today);
      if (reason === undefined || !isStated(statement)) return [];
      const { section, text, order, weight } = statement;
      const stake = stakes[section] * (weight ?? usualWeight) * urgency[reason];
      return [{ statementId, section, text, reason, stake, order }];
    })
    .sort(
      (a, b) =>
        b.stake - a.stake ||
        sections.indexOf(a.section) - sections.indexOf(b.section) ||
        (a.order < b.order ? -1 : a.order > b.order ? 1 : a.statementId < b.statementId ? -1 : 1),
    )
    .slice(0, most)
    .map(({ order: _order, ...question }) => question);
}

/**
 * Sections that much is decided on and of which nothing is stated yet, those at the highest stake first: a portrait of three
 * proven statements is not a known persona.
 */
export function openSections(persona: Pick<Persona, 'statements'>, most: number): Section[] {
  const stated = new Set(
    Object.values(persona.statements)
      .filter(isStated)
      .map(({ section }) => section),
  );
  return sections
    .filter((section) => stakes[section] >= 4 && !stated.has(section))
    .toSorted((a, b) => stakes[b] - stakes[a])
    .slice(0, most);
}

function reasonToAsk(statement: Statement, today: string): NextQuestion['reason'] | undefined {
  const state = evidenceState(statement, today);
  if (state !== 'proven') return state;
  return newestEvidence(statement) === undefined ? 'undated' : undefined;
}
