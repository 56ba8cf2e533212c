import type { ColumnGuess } from '#kit/table/column-guess.ts';
import { guessEventRoles } from '#kit/table/event-roles.ts';
import { type EventMapping, eventMappingSchema } from './mapping.ts';
import type { MappingDoubt } from './mapping-doubt.ts';

export type MappingProposal = {
  /** Absent when a column that every event needs was not found. */
  readonly mapping: EventMapping | undefined;
  readonly doubts: readonly MappingDoubt[];
};

/** Known scales; a score column gets the narrowest that holds its sample. */
function scaleOf(min: number, max: number): { min: number; max: number } {
  if (min >= 1 && max <= 5) return { min: 1, max: 5 };
  if (min >= 1 && max <= 7) return { min: 1, max: 7 };
  return max <= 10 ? { min: 0, max: 10 } : { min: 0, max: 100 };
}

function doubtsOf(time: ColumnGuess): MappingDoubt[] {
  const doubts: MappingDoubt[] = [];
  if (!time.time) return doubts;
  const { ambiguous, zone, refused } = time.time;
  if (ambiguous) doubts.push({ code: 'ambiguous-date', column: time.name, example: time.examples[0] ?? '' });
  if (zone === 'some') doubts.push({ code: 'mixed-zones', column: time.name });
  if (refused > 0) doubts.push({ code: 'impossible-dates', column: time.name, count: refused });
  return doubts;
}

/**
 * Proposes how to read a table of events, from a sample of its columns. `zone` (IANA) is for moments that say none, the
 * workspace's unless the person tells another. `told` are the columns the person has already named;
 * `growing` says that the format may show more columns further down (JSON Lines, XES).
 */
export function proposeMapping(
  columns: readonly ColumnGuess[],
  zone: string,
  told: { readonly customer?: string; readonly time?: string; readonly event?: string } = {},
  growing = false,
): MappingProposal {
  const taken = new Set(Object.values(told));
  const free = columns.filter(({ name }) => !taken.has(name));
  const roles = { ...guessEventRoles(told.customer || told.time || told.event ? free : columns), ...told };
  const { customer, time, event } = roles;
  const timeColumn = columns.find(({ name }) => name === time);
  if (!customer || !time || !event || !timeColumn) {
    const doubts: MappingDoubt[] = [];
    if (!customer) doubts.push({ code: 'no-customer' });
    if (!time || !timeColumn) doubts.push({ code: 'no-time' });
    if (!event) doubts.push({ code: 'no-event' });
    return { mapping: undefined, doubts };
  }
  const used = new Set<string | undefined>(Object.values(roles));
  const score = columns.find(({ name }) => name === roles.score)?.number;
  const mapping = eventMappingSchema.parse({
    customer,
    time: { column: time, format: timeColumn.time?.format ?? 'iso', zone },
    event,
    ...(roles.channel && { channel: roles.channel }),
    ...(roles.score &&
      score && { score: { column: roles.score, decimal: score.decimal, ...scaleOf(score.min, score.max) } }),
    ...(roles.text && { text: roles.text }),
    ...(roles.orderId && { orderId: roles.orderId }),
    ...(roles.eventId && { eventId: roles.eventId }),
    attributes: columns
      .filter(({ name, kind }) => !used.has(name) && kind !== 'empty')
      .slice(0, 500)
      .map(({ name }) => ({ column: name, name: name.slice(0, 200), level: 'auto' })),
    keepLaterColumns: growing,
    missing: [...new Set(columns.flatMap((column) => column.missing))],
  });
  return { mapping, doubts: doubtsOf(timeColumn) };
}
