import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { attributeContacts } from '../../analytics/attribute-contacts.ts';
import { attributionCounts } from '../../analytics/attribution-counts.ts';
import { type AttributionRun, summariseRun } from '../../domain/detection/attribution-run.ts';
import { planContacts } from '../../domain/detection/contact-plan.ts';
import { findModel, type OneModel } from '../detection/find-model.ts';
import { dropRun } from './contact-rows.ts';
import { findList } from './find-list.ts';
import type { ContactPorts } from './ports.ts';
import { tellShares } from './tell-shares.ts';

export type AttributionPorts = Pick<
  ContactPorts,
  'engine' | 'contacts' | 'detectionModels' | 'newId' | 'now' | 'minimumOf' | 'segments' | 'collaboration'
>;

/**
 * Gives every contact of a list its persona by a model, keeps what was found, and tells the segments of it.
 * Problems: `persona.contacts.not-found`, `persona.model.not-found`, `persona.attribution.nothing-in-common`.
 */
export async function attributeList(
  ports: AttributionPorts,
  { workspaceId, listId, modelId }: OneModel & { readonly listId: string },
): Promise<Result<AttributionRun>> {
  const { engine, contacts, newId, now } = ports;
  const list = await findList(ports, { workspaceId, listId });
  if (!list.ok) return list;
  const model = await findModel(ports, { workspaceId, modelId });
  if (!model.ok) return model;
  const minimum = await ports.minimumOf(workspaceId);
  if (!minimum.ok) return minimum;
  const plan = planContacts(model.value.model, list.value.columns);
  if (plan.terms.length === 0)
    return fail(
      problem('persona.attribution.nothing-in-common', {
        model: model.value.name,
        list: list.value.name,
        columns: plan.unused.slice(0, 5).join(', '),
      }),
    );
  const runId = newId();
  const { versionId, version } = list.value;
  const { name, revision, model: detection } = model.value;
  const least = minimum.value;
  const run = await runOver().catch(async (error: unknown) => {
    await dropRun(engine, runId);
    throw error;
  });
  await tellShares(ports, workspaceId, list.value, run, minimum.value);
  return ok(run);

  async function runOver(): Promise<AttributionRun> {
    await attributeContacts(engine, { workspaceId, versionId, runId, plan });
    const counts = await attributionCounts(engine, workspaceId, runId);
    const done: AttributionRun = {
      id: runId,
      listId,
      listVersion: version,
      versionId,
      modelId,
      modelName: name,
      modelRevision: revision,
      at: now().toISOString(),
      summary: summariseRun(counts, detection, plan.unused, least),
    };
    await contacts.addRun(workspaceId, done);
    return done;
  }
}
