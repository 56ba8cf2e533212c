import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { ContactPlan } from '../domain/detection/contact-plan.ts';
import { constant, scoreSql } from './score-sql.ts';

/**
 * Gives every contact of a version its persona, as one statement of the engine: scores, softmax, the likeliest, undecided
 * under the threshold or without any answer. The same rule as `createAttributor` of the domain.
 */
export async function attributeContacts(
  engine: Pick<Engine, 'command'>,
  {
    workspaceId,
    versionId,
    runId,
    plan,
  }: {
    readonly workspaceId: WorkspaceId;
    readonly versionId: string;
    readonly runId: string;
    readonly plan: ContactPlan;
  },
  signal?: AbortSignal,
): Promise<void> {
  const { columns, scores, answered } = scoreSql(plan);
  const names = scores.map((_, p) => `score${p}`);
  const likeliest = names.slice(0, -1).flatMap((name, p) => [`${name} = top`, String(p + 1)]);
  await engine.command(
    `INSERT INTO contact_persona (workspace_id, run_id, contact, persona, likeliest, probability)
     SELECT {workspace:String}, {run:String}, contact,
       if(answered AND stated >= ${constant(plan.threshold)}, best, 0), best, stated
     FROM (
       SELECT contact, answered, multiIf(${likeliest.join(', ')}, ${plan.k})::UInt8 AS best,
         1 / (${names.map((name) => `exp(${name} - top)`).join(' + ')}) AS stated
       FROM (
         SELECT contact, answered, ${names.join(', ')}, greatest(${names.join(', ')}) AS top
         FROM (
           SELECT contact, ${answered} AS answered, ${scores.map((sql, p) => `${sql} AS score${p}`).join(',\n')}
           FROM (
             SELECT ${['contact', ...columns].join(',\n')}
             FROM contact
             WHERE workspace_id = {workspace:String} AND version_id = {version:String}
           )
         )
       )
     )`,
    { workspace: workspaceId, version: versionId, run: runId },
    { settings: { max_query_size: 50_000_000 }, ...(signal ? { signal } : {}) },
  );
}
