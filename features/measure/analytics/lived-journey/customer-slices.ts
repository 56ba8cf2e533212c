import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';

/** Events worked on at once: what grouping them takes in memory is a few hundred bytes each. */
const eventsPerSlice = 500_000;
const samplesPerSlice = 40;

/** A stretch of customers in their order: a condition on `customer`, and its parameters. */
export type CustomerSlice = { readonly where: string; readonly params: QueryParams };

const sliceBetween = (from: string | undefined, to: string | undefined): CustomerSlice => ({
  where: [
    ...(from === undefined ? [] : ['customer >= {slice_from:String}']),
    ...(to === undefined ? [] : ['customer < {slice_to:String}']),
  ].reduce((all, one) => `${all} AND ${one}`, 'true'),
  params: { ...(from !== undefined && { slice_from: from }), ...(to !== undefined && { slice_to: to }) },
});

/**
 * Cuts the events of a source (in a table laid out as `event`) into stretches of customers of about half a million events.
 * The table is sorted by customer, so each stretch is read on its own, and memory does not grow with the source.
 */
export async function customerSlices(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  table: string,
): Promise<CustomerSlice[]> {
  const params = { workspace: workspaceId, source: sourceId };
  const mine = 'workspace_id = {workspace:String} AND source_id = {source:String}';
  const [size] = await engine.query<{ n: number }>(`SELECT count() AS n FROM ${table} WHERE ${mine}`, params);
  const slices = Math.ceil((size?.n ?? 0) / eventsPerSlice);
  if (slices <= 1) return [sliceBetween(undefined, undefined)];
  const every = Math.max(1, Math.floor((size?.n ?? 0) / (slices * samplesPerSlice)));
  const sample = await engine.query<{ customer: string }>(
    `SELECT customer FROM ${table} WHERE ${mine} AND cityHash64(seq) % {every:UInt64} = 0 ORDER BY customer`,
    { ...params, every },
  );
  const borders = new Set<string>();
  for (let index = 1; index < slices; index++) {
    const border = sample[Math.floor((index * sample.length) / slices)]?.customer;
    if (border !== undefined) borders.add(border);
  }
  const ordered = [undefined, ...borders];
  return ordered.map((from, index) => sliceBetween(from, ordered[index + 1]));
}
