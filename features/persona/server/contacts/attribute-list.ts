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

/**
 * Gives every contact of a list its persona by a model, and keeps what was found.
 * Problems: `persona.contacts.not-found`, `persona.model.not-found`, `persona.attribution.nothing-in-common`.
 */
export async function attributeList(
  ports: Pick<ContactPorts, 'engine' | 'contacts' | 'detectionModels' | 'newId' | 'now' | 'minimumOf'>,
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
  try {
    await attributeContacts(engine, { workspaceId, versionId, runId, plan });
    const counts = await attributionCounts(engine, workspaceId, runId);
    const run: AttributionRun = {
      id: runId,
      listId,
      listVersion: version,
      versionId,
      modelId,
      modelName: model.value.name,
      modelRevision: model.value.revision,
      at: now().toISOString(),
      summary: summariseRun(counts, model.value.model, plan.unused, minimum.value),
    };
    await contacts.addRun(workspaceId, run);
    return ok(run);
  } catch (error) {
    await dropRun(engine, runId);
    throw error;
  }
}
