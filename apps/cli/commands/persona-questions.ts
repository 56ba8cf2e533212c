import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { expectedForm } from '#persona/domain/discovery/expected-form.ts';
import type { ChosenQuestions } from '#persona/domain/questionnaire/questionnaire.ts';
import { withCaller } from '../caller.ts';
import { findModel } from '../find.ts';
import { isModelFile, readModelFile } from '../model-file.ts';
import type { Output } from '../output.ts';

export type PersonaQuestionsOptions = {
  readonly model: string;
  readonly leaveOut?: readonly string[];
  readonly workspace?: string;
};

/** The questions that best recover the persona, of a model of a workspace or of a file; nothing is kept. */
export async function personaQuestions(
  output: Output,
  { model, leaveOut = [], workspace }: PersonaQuestionsOptions,
): Promise<void> {
  const isFile = isModelFile(model);
  if (!isFile.ok) return output.refuse(isFile.problem);
  if (isFile.value) {
    const chosen = await fromFile(model, leaveOut);
    return chosen.ok ? tell(output, chosen.value) : output.refuse(chosen.problem);
  }
  await withCaller(output, async ({ api }) => {
    const found = await findModel(api, workspace, model);
    const where = { workspaceId: found.workspace.id, modelId: found.id };
    tell(output, await api.persona.chooseQuestions({ ...where, leaveOut: [...leaveOut] }));
  });
}

async function fromFile(path: string, leaveOut: readonly string[]): Promise<Result<ChosenQuestions>> {
  const read = await readModelFile(path);
  if (!read.ok) return read;
  const { model, shortForm } = read.value;
  if (model.attributes.every(({ attribute }) => leaveOut.includes(attribute.id)))
    return fail(problem('persona.questionnaire.nothing-to-ask'));
  if (shortForm !== null && leaveOut.length === 0) return ok({ form: shortForm, basis: 'held-out' });
  return ok({ form: expectedForm(model, { askable: (id) => !leaveOut.includes(id) }), basis: 'simulated' });
}

function tell({ answer, say, format }: Output, chosen: ChosenQuestions): void {
  const { form, basis } = chosen;
  const range = ({ agreement, low, high }: { agreement: number; low: number; high: number }) => ({
    agreement: format.share(agreement),
    low: format.share(low),
    high: format.share(high),
  });
  answer(chosen, () => [
    ...form.lengths.map((length) =>
      say('questions.line', {
        at: length.questions,
        question: form.questions[length.questions - 1] ?? '',
        ...range(length),
      }),
    ),
    say('questions.adaptive', {
      questions: format.decimal(form.adaptive.meanQuestions),
      ...range(form.adaptive),
    }),
    say(`questions.${basis}`, { n: format.integer(form.n) }),
  ]);
}
