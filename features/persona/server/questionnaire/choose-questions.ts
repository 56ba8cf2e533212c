import { Worker } from 'node:worker_threads';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { DetectionModel } from '../../domain/discovery/model.ts';
import type { ShortForm } from '../../domain/discovery/result.ts';
import type { ChosenQuestions } from '../../domain/questionnaire/questionnaire.ts';
import { findModel, type OneModel } from '../detection/find-model.ts';
import type { QuestionnairePorts } from './ports.ts';

type Input = OneModel & { readonly leaveOut: readonly string[] };

/**
 * The questions that best recover the persona. Those measured on held-out customers, when the model comes as it was found
 * and everything may be asked; else chosen and measured on customers simulated from the model. Problems:
 * `persona.model.not-found`, `persona.questionnaire.nothing-to-ask`.
 */
export async function chooseQuestions(
  ports: QuestionnairePorts,
  { workspaceId, modelId, leaveOut }: Input,
): Promise<Result<ChosenQuestions>> {
  const found = await findModel(ports, { workspaceId, modelId });
  if (!found.ok) return found;
  const { model, revision } = found.value;
  if (model.attributes.every(({ attribute }) => leaveOut.includes(attribute.id)))
    return fail(problem('persona.questionnaire.nothing-to-ask'));
  if (leaveOut.length === 0 && revision === 1) {
    const made = (await ports.discoveries.list(workspaceId)).find(({ kept }) => kept?.modelId === modelId);
    if (made?.kept?.form) return ok({ form: made.kept.form, basis: 'held-out' });
  }
  return ok({ form: await inThread(model, leaveOut), basis: 'simulated' });
}

function inThread(model: DetectionModel, leaveOut: readonly string[]): Promise<ShortForm> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./questions-thread.ts', import.meta.url), {
      workerData: { model, leaveOut },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
