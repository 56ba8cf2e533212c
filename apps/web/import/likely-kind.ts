import { nameSays } from '#kit/table/event-roles.ts';
import type { EventPreview } from '#measure/contract.ts';
import type { ContactPreview } from '#persona/contract-contacts.ts';
import type { SurveyPreview } from '#voice/contract.ts';

export const fileKinds = ['events', 'answers', 'contacts'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a file seems to hold, with why: a code and its parameters, said by the page. Null: nobody can tell. */
export type Likeliness = {
  readonly kind: FileKind | null;
  readonly code:
    | 'events-format'
    | 'events-repeat'
    | 'events-only'
    | 'answers-unique'
    | 'answers-no-time'
    | 'answers-only'
    | 'contacts-unique'
    | 'neither';
  readonly params: Readonly<Record<string, string | number>>;
};

/**
 * Events, answers or contacts? A log has dates and people who come back; answers have marks and a person per row; contacts
 * have a column that names each row, and no marks. A preview is null when the server could not read the file that way.
 */
export function likelyKind(
  events: EventPreview | null,
  answers: SurveyPreview | null,
  contacts: ContactPreview | null,
): Likeliness {
  if (events?.table.format === 'xes') return { kind: 'events', code: 'events-format', params: {} };
  const mapping = events?.mapping ?? null;
  const scores = answers?.mapping?.scores.length ?? 0;
  const named = contacts?.idColumn ?? null;
  const asContacts = (column: string): Likeliness => ({
    kind: 'contacts',
    code: 'contacts-unique',
    params: { column },
  });
  if (mapping === null) {
    if (scores === 0) return named === null ? { kind: null, code: 'neither', params: {} } : asContacts(named);
    const dated = events?.table.columns.some(({ kind }) => kind === 'time') ?? false;
    return { kind: 'answers', code: dated ? 'answers-only' : 'answers-no-time', params: { scores } };
  }
  const customer = events?.table.columns.find(({ name }) => name === mapping.customer);
  const repeats = customer !== undefined && customer.distinct < customer.filled * 0.9;
  // A respondent number names each row once; beside it a column of countries would pass for a customer who comes back.
  const oneRowEach = answers?.columns.some(({ role }) => role === 'respondent') ?? false;
  if (scores > 0 && (oneRowEach || !repeats)) {
    return { kind: 'answers', code: 'answers-unique', params: { scores } };
  }
  // Nobody comes back in its first rows: a list of people, unless a column says that it holds events.
  if (!repeats && named !== null && !nameSays('event', mapping.event)) return asContacts(named);
  return repeats
    ? { kind: 'events', code: 'events-repeat', params: { column: mapping.customer } }
    : { kind: 'events', code: 'events-only', params: {} };
}

/** "events.2024.csv.gz" → "events.2024": what a source is called until somebody says better. */
export const nameOf = (fileName: string): string =>
  fileName.replace(/(\.(csv|tsv|txt|xlsx|jsonl|ndjson|json|xes|parquet|gz|zst))+$/i, '').slice(0, 200) ||
  fileName.slice(0, 200);
