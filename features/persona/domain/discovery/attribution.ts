import type { Attribute } from './attribute.ts';
import { columnsOf } from './attribute.ts';
import type { Answer, Answers, Attribution, DetectionModel } from './model.ts';
import { binOf, type CellReader, cellReader, onScale, optionsReader } from './read-answer.ts';
import { addCode, addNumber, type CompiledLikelihood, createScorer, likeliest, softmax } from './score.ts';

export type Attributor = {
  /** From answers by attribute id (API, questionnaire). */
  fromAnswers(answers: Answers): Attribution;
  /** From cells by column name (a row of a table, the traits of a contact). */
  fromCells(cells: Readonly<Record<string, string | null | undefined>>): Attribution;
};

type Reading = {
  readonly attribute: Attribute;
  readonly columns: readonly string[];
  readonly cell: CellReader | null;
  readonly options: ((cells: readonly string[], to: Uint8Array) => number) | null;
  readonly codes: Uint8Array;
  readonly optionAt: ReadonlyMap<string, number>;
};

const reading = (attribute: Attribute): Reading => ({
  attribute,
  columns: columnsOf(attribute),
  cell: cellReader(attribute),
  options: attribute.type === 'multiple' ? optionsReader(attribute) : null,
  codes: new Uint8Array(attribute.type === 'multiple' ? attribute.options.length : 0),
  optionAt: new Map(
    attribute.type === 'multiple'
      ? attribute.options.map((option, at) => [option.toLowerCase(), at] as const)
      : [],
  ),
});

/** Adds the answer; false when it is missing or says nothing that the attribute knows. */
function addAnswer(read: Reading, likelihood: CompiledLikelihood, answer: Answer, to: Float64Array): boolean {
  const { attribute, cell, codes, optionAt } = read;
  if (answer === null) return false;
  if (attribute.type === 'multiple') {
    if (typeof answer === 'string' && attribute.source.form === 'cell') read.options!([answer], codes);
    else {
      const ticked = Array.isArray(answer) ? answer : [String(answer)];
      const at = ticked.map((option) => optionAt.get(option.trim().toLowerCase()));
      // A word that is no option at all is not "ticked nothing".
      if (ticked.length > 0 && at.every((index) => index === undefined)) return false;
      codes.fill(1);
      for (const index of at) if (index !== undefined) codes[index] = 2;
    }
    return addOptions(likelihood, codes, to);
  }
  if (Array.isArray(answer)) return answer.length === 1 && addAnswer(read, likelihood, answer[0]!, to);
  if (typeof answer === 'number' && attribute.type === 'numeric')
    return attribute.edges === null
      ? addNumber(likelihood, onScale(answer, attribute.scale), to)
      : Number.isFinite(answer) && addCode(likelihood, 1 + binOf(answer, attribute.edges), to);
  return addCell(likelihood, cell!.read(String(answer)), to);
}

const addCell = (likelihood: CompiledLikelihood, value: number, to: Float64Array): boolean =>
  likelihood.kind === 'normal' ? addNumber(likelihood, value, to) : addCode(likelihood, value, to);

function addOptions(likelihood: CompiledLikelihood, codes: Uint8Array, to: Float64Array): boolean {
  let answered = false;
  for (let option = 0; option < codes.length; option++)
    answered = addCode(likelihood, codes[option]!, to, option) || answered;
  return answered;
}

/** Prepares a model once for many contacts. The model must have passed its schema. */
export function createAttributor(model: DetectionModel): Attributor {
  const scorer = createScorer(model);
  const readings = model.attributes.map(({ attribute }) => reading(attribute));
  const scores = new Float64Array(scorer.k);
  const decide = (answered: number): Attribution => {
    softmax(scores);
    const best = likeliest(scores);
    const probability = Math.min(1, scores[best]!);
    const sure = answered > 0 && probability >= model.threshold;
    return {
      persona: sure ? model.personas[best]!.key : null,
      probability,
      personas: model.personas
        .map(({ key }, p) => ({ key, probability: Math.min(1, scores[p]!) }))
        .sort((a, b) => b.probability - a.probability),
      answered,
    };
  };
  return {
    fromAnswers(answers) {
      scores.set(scorer.logPrior);
      let answered = 0;
      readings.forEach((read, at) => {
        const answer = answers[read.attribute.id];
        if (answer === undefined) return;
        if (addAnswer(read, scorer.likelihoods[at]!, answer, scores)) answered++;
      });
      return decide(answered);
    },
    fromCells(cells) {
      scores.set(scorer.logPrior);
      let answered = 0;
      readings.forEach((read, at) => {
        const likelihood = scorer.likelihoods[at]!;
        const texts = read.columns.map((column) => cells[column] ?? '');
        if (read.options) {
          read.options(texts, read.codes);
          if (addOptions(likelihood, read.codes, scores)) answered++;
        } else if (addCell(likelihood, read.cell!.read(texts[0]!), scores)) answered++;
      });
      return decide(answered);
    },
  };
}

/** The persona of one contact. For many contacts, `createAttributor` once. */
export const attribute = (model: DetectionModel, answers: Answers): Attribution =>
  createAttributor(model).fromAnswers(answers);
