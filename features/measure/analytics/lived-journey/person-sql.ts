import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { CustomerSlice } from './customer-slices.ts';

/** Who is who in the version of identities bound as `identities`; needs the workspace bound too. */
const whoIsWho = `(SELECT alias, person FROM identity_person
  WHERE workspace_id = {workspace:String} AND version = {identities:UInt32})`;

/** Ids that are joined to another, as one of several of a person or as the person. */
export const joinedIds = `(SELECT alias FROM ${whoIsWho} UNION ALL SELECT person FROM ${whoIsWho})`;

/** Rows with a `customer`, as rows of the persons those belong to. `columns`: the others to keep. */
export const asPersons = (rows: string, columns: readonly string[]): string =>
  `(SELECT ${["if(who.person = '', own.customer, who.person) AS customer", ...columns.map((name) => `own.${name} AS ${name}`)].join(', ')}
    FROM (${rows}) AS own LEFT ANY JOIN ${whoIsWho} AS who ON own.customer = who.alias)`;

const eventsPerSlice = 500_000;

/**
 * Cuts the events of customers that are joined to another into groups of persons of about half a million events: their ids do
 * not lie beside each other, so they are told by a hash of the person. None where nobody is joined.
 */
export async function personSlices(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  { table, identities }: { readonly table: string; readonly identities: number },
): Promise<CustomerSlice[]> {
  if (identities === 0) return [];
  const [size] = await engine.query<{ n: number }>(
    `SELECT count() AS n FROM ${table}
     WHERE workspace_id = {workspace:String} AND source_id = {source:String} AND customer IN ${joinedIds}`,
    { workspace: workspaceId, source: sourceId, identities },
  );
  const slices = Math.ceil((size?.n ?? 0) / eventsPerSlice);
  return Array.from({ length: slices }, (_, index) => ({
    where: 'cityHash64(customer) % {person_slices:UInt32} = {person_slice:UInt32}',
    params: { person_slices: slices, person_slice: index },
  }));
}
