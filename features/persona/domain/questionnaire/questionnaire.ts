import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { formModel } from '../discovery/form-weights.ts';
import { type DetectionModel, detectionModelSchema } from '../discovery/model.ts';
import type { ShortForm } from '../discovery/result.ts';
import { shortFormSchema } from '../discovery/result.ts';

/** Fewest and most questions of a questionnaire. */
export const fewestQuestions = 4;
export const mostQuestions = 8;

/** In the same order for everybody, or each question chosen by the answers before. */
export const questionOrders = ['fixed', 'adaptive'] as const;

/** What a team says of a questionnaire. */
export const questionnaireSettingsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  language: localeSchema,
  order: z.enum(questionOrders),
  /** Questions of the fixed order; of the adaptive one, the most that are asked. */
  length: z.int().min(1).max(mostQuestions),
  /** Attributes nobody would be asked for. */
  leaveOut: z.array(z.string().max(300)).max(500).default([]),
  /** How each attribute is asked, by its id; its name where nothing is said. */
  wording: z.record(z.string(), z.string().max(500)).default({}),
});
export type QuestionnaireSettings = z.infer<typeof questionnaireSettingsSchema>;

/** What a questionnaire is expected to recover: share of customers given the persona that all their answers give. */
export const expectedAgreementSchema = z.object({
  agreement: z.number(),
  low: z.number(),
  high: z.number(),
  n: z.int(),
  /** Mean number of questions asked. */
  questions: z.number(),
});

/** Measured on customers that did not make the model, or simulated from the model alone. */
export const formBasisSchema = z.enum(['held-out', 'simulated']);

/** Everything that is needed to ask and to read the answers: whoever sends it asks for nothing else. */
export const questionnaireSchema = questionnaireSettingsSchema.extend({
  id: idSchema,
  modelId: idSchema,
  createdAt: z.string(),
  /** Ids of the attributes asked, in order; in the adaptive order, those that may be asked. */
  questions: z.array(z.string()).min(1),
  /** Reads the answers. */
  reader: detectionModelSchema,
  /** Probability from which the adaptive order stops. */
  stopAt: z.number(),
  expected: expectedAgreementSchema,
  basis: formBasisSchema,
});
export type Questionnaire = z.infer<typeof questionnaireSchema>;

export const questionnaireSummarySchema = questionnaireSchema.omit({ reader: true, wording: true });
export type QuestionnaireSummary = z.infer<typeof questionnaireSummarySchema>;

export const chosenQuestionsSchema = z.object({ form: shortFormSchema, basis: formBasisSchema });
export type ChosenQuestions = z.infer<typeof chosenQuestionsSchema>;

/** What asks and reads, made of a model and its short form; null when the form has no such length. */
export function questionnaireOf(
  model: DetectionModel,
  { form, basis }: ChosenQuestions,
  settings: QuestionnaireSettings,
): Omit<Questionnaire, 'id' | 'modelId' | 'createdAt'> | null {
  const { order, length, leaveOut } = settings;
  const common = { ...settings, basis, stopAt: form.adaptive.stopAt };
  if (order === 'adaptive') {
    const attributes = model.attributes.filter(({ attribute }) => !leaveOut.includes(attribute.id));
    if (attributes.length === 0) return null;
    const { agreement, low, high, meanQuestions } = form.adaptive;
    return {
      ...common,
      questions: attributes.map(({ attribute }) => attribute.id),
      reader: { ...model, attributes },
      expected: { agreement, low, high, n: form.n, questions: meanQuestions },
    };
  }
  const reader = formModel(model, form, length);
  const told = form.lengths.find(({ questions }) => questions === length);
  if (!reader || !told) return null;
  const { agreement, low, high, n } = told;
  return {
    ...common,
    questions: form.questions.slice(0, length),
    reader,
    expected: { agreement, low, high, n, questions: length },
  };
}

/** The form of a model whose personas were put in another order: `order[p]` is where persona `p` stood before. */
export const reorderForm = (form: ShortForm, order: readonly number[]): ShortForm => ({
  ...form,
  lengths: form.lengths.map((length) => ({
    ...length,
    balance: order.map((before) => length.balance[before]!),
  })),
});
