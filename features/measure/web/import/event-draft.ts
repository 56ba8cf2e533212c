import type { ColumnGuess } from '#kit/table/column-guess.ts';
import type { TimeFormat } from '#kit/table/time-format.ts';
import { type EventMapping, eventMappingSchema } from '#measure/domain/event-import/mapping.ts';

/** What a column of events may be; the first three are what every event has. */
export const neededRoles = ['customer', 'time', 'event'] as const;
export const optionalRoles = ['channel', 'score', 'text', 'orderId', 'eventId'] as const;
export const roles = [...neededRoles, ...optionalRoles] as const;
export type NeededRole = (typeof neededRoles)[number];
export type Role = (typeof roles)[number];

export type ScoreReading = {
  readonly min: number;
  readonly max: number;
  /** As typed: "11, 99". */
  readonly noAnswer: string;
  readonly decimal: '.' | ',';
};

/** The mapping while it is being corrected: it may still lack what every event needs. */
export type EventDraft = {
  readonly columns: Readonly<Record<Role, string | null>>;
  readonly format: TimeFormat;
  readonly zone: string;
  readonly score: ScoreReading;
  /** Columns kept as attributes. */
  readonly kept: ReadonlySet<string>;
  readonly levels: Readonly<Record<string, EventMapping['attributes'][number]['level']>>;
  readonly keepLaterColumns: boolean;
  readonly missing: readonly string[];
};

const usualScore: ScoreReading = { min: 0, max: 10, noAnswer: '', decimal: '.' };

/** What the server proposed, or, where it could not, an empty form: nothing chosen, every filled column kept. */
export function draftOf(
  mapping: EventMapping | null,
  table: readonly ColumnGuess[],
  zone: string,
  growing: boolean,
): EventDraft {
  if (mapping === null) {
    return {
      columns: {
        customer: null,
        time: null,
        event: null,
        channel: null,
        score: null,
        text: null,
        orderId: null,
        eventId: null,
      },
      format: 'iso',
      zone,
      score: usualScore,
      kept: new Set(table.filter(({ kind }) => kind !== 'empty').map(({ name }) => name)),
      levels: {},
      keepLaterColumns: growing,
      missing: [...new Set(table.flatMap((column) => column.missing))],
    };
  }
  return {
    columns: {
      customer: mapping.customer,
      time: mapping.time.column,
      event: mapping.event,
      channel: mapping.channel ?? null,
      score: mapping.score?.column ?? null,
      text: mapping.text ?? null,
      orderId: mapping.orderId ?? null,
      eventId: mapping.eventId ?? null,
    },
    format: mapping.time.format,
    zone: mapping.time.zone,
    score: mapping.score
      ? {
          min: mapping.score.min,
          max: mapping.score.max,
          noAnswer: mapping.score.noAnswer.join(', '),
          decimal: mapping.score.decimal,
        }
      : usualScore,
    kept: new Set(mapping.attributes.map(({ column }) => column)),
    levels: Object.fromEntries(mapping.attributes.map(({ column, level }) => [column, level])),
    keepLaterColumns: mapping.keepLaterColumns,
    missing: mapping.missing,
  };
}

/** The role a column has, if any. */
export const roleOf = (draft: EventDraft, column: string): Role | undefined =>
  roles.find((role) => draft.columns[role] === column);

/**
 * Gives a role to a column (null: to none). A column has one role: what it was before is open again, and the column that
 * loses the role is kept as an attribute, so that no data is dropped by a correction.
 */
export function choose(
  draft: EventDraft,
  role: Role,
  name: string | null,
  table: readonly ColumnGuess[],
): EventDraft {
  const former = draft.columns[role];
  if (former === name) return draft;
  const columns = { ...draft.columns };
  const kept = new Set(draft.kept);
  for (const other of roles) if (name !== null && columns[other] === name) columns[other] = null;
  columns[role] = name;
  if (former !== null && table.find((column) => column.name === former)?.kind !== 'empty') kept.add(former);
  if (name !== null) kept.delete(name);
  const guess = table.find((column) => column.name === name);
  return {
    ...draft,
    columns,
    kept,
    ...(role === 'time' && guess?.time ? { format: guess.time.format } : {}),
    ...(role === 'score' && guess?.number ? { score: scaleOf(guess.number) } : {}),
  };
}

/** Known scales; a score column gets the narrowest that holds its sample. */
function scaleOf({ min, max, decimal }: NonNullable<ColumnGuess['number']>): ScoreReading {
  const scale =
    min >= 1 && max <= 5
      ? { min: 1, max: 5 }
      : min >= 1 && max <= 7
        ? { min: 1, max: 7 }
        : { min: 0, max: max <= 10 ? 10 : 100 };
  return { ...scale, noAnswer: '', decimal };
}

export const keep = (draft: EventDraft, column: string, kept: boolean): EventDraft => {
  const next = new Set(draft.kept);
  if (kept) next.add(column);
  else next.delete(column);
  return { ...draft, kept: next };
};

/** "11, 99" → [11, 99]; null when something in it is no number. */
export function readCodes(typed: string): number[] | null {
  const parts = typed.split(/[,;\s]+/).filter((part) => part !== '');
  const codes = parts.map(Number);
  return codes.every(Number.isFinite) ? [...new Set(codes)] : null;
}

/** What keeps the import from starting. */
export type DraftFault =
  | { readonly code: 'role-missing'; readonly role: NeededRole }
  | { readonly code: 'scale-reversed' | 'codes-unreadable' };

export function faultsOf(draft: EventDraft): DraftFault[] {
  const faults: DraftFault[] = neededRoles
    .filter((role) => draft.columns[role] === null)
    .map((role) => ({ code: 'role-missing', role }));
  if (draft.columns.score !== null) {
    if (!(draft.score.min < draft.score.max)) faults.push({ code: 'scale-reversed' });
    if (readCodes(draft.score.noAnswer) === null) faults.push({ code: 'codes-unreadable' });
  }
  return faults;
}

/** The mapping to send; null while there are faults. */
export function mappingOf(draft: EventDraft, table: readonly ColumnGuess[]): EventMapping | null {
  const { customer, time, event, score, ...optional } = draft.columns;
  if (customer === null || time === null || event === null || faultsOf(draft).length > 0) return null;
  const used = new Set(Object.values(draft.columns));
  return eventMappingSchema.parse({
    customer,
    time: { column: time, format: draft.format, zone: draft.zone },
    event,
    ...Object.fromEntries(Object.entries(optional).filter(([, column]) => column !== null)),
    ...(score === null
      ? {}
      : { score: { column: score, ...draft.score, noAnswer: readCodes(draft.score.noAnswer) ?? [] } }),
    attributes: table
      .filter(({ name }) => draft.kept.has(name) && !used.has(name))
      .slice(0, 500)
      .map(({ name }) => ({ column: name, name: name.slice(0, 200), level: draft.levels[name] ?? 'auto' })),
    keepLaterColumns: draft.keepLaterColumns,
    missing: draft.missing,
  });
}
