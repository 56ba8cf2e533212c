import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

export type AttributedContacts = {
  readonly workspaceId: WorkspaceId;
  readonly versionId: string;
  readonly runId: string;
};

/** A contact with its persona, by place in the model: `persona` is 0 when undecided. */
export type AttributedContact = {
  readonly customer: string;
  readonly persona: number;
  readonly likeliest: number;
  readonly probability: number;
};

const joined = `
  FROM (
    SELECT contact, customer FROM contact
    WHERE workspace_id = {workspace:String} AND version_id = {version:String} AND contact >= {from:UInt32} AND contact < {to:UInt32}
  ) AS who
  INNER JOIN (
    SELECT contact, persona, likeliest, probability FROM contact_persona
    WHERE workspace_id = {workspace:String} AND run_id = {run:String} AND contact >= {from:UInt32} AND contact < {to:UInt32}
  ) AS what USING (contact)
  ORDER BY contact`;
/** Both sides lie in the order of the contact: nothing is held in memory. */
const settings = { join_algorithm: 'full_sorting_merge' };
const everybody = 4_294_967_295;

/** Contacts `from` ≤ number < `to` of a run, in order. */
export const attributedContacts = (
  engine: Pick<Engine, 'query'>,
  { workspaceId, versionId, runId }: AttributedContacts,
  from: number,
  to: number,
): Promise<AttributedContact[]> =>
  engine.query(
    `SELECT customer, persona, likeliest, round(probability, 6) AS probability ${joined}`,
    { workspace: workspaceId, version: versionId, run: runId, from, to },
    { settings },
  );

/** All contacts of a run, in order, as they come. */
export async function* everyAttributedContact(
  engine: Pick<Engine, 'stream'>,
  { workspaceId, versionId, runId }: AttributedContacts,
): AsyncIterable<AttributedContact> {
  const params = { workspace: workspaceId, version: versionId, run: runId, from: 0, to: everybody };
  let rest = '';
  for await (const piece of engine.stream(
    // An id may hold anything: in base 64 it is one field whatever it is.
    `SELECT base64Encode(customer), persona, likeliest, probability ${joined}`,
    params,
    { settings },
  )) {
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [customer = '', persona, likeliest, probability] = line.split('\t');
      yield {
        customer: Buffer.from(customer, 'base64').toString('utf8'),
        persona: Number(persona),
        likeliest: Number(likeliest),
        probability: Number(probability),
      };
    }
  }
}
