import { wilson } from '#kit/statistics/share.ts';
import type { EncodedTable } from './encoded.ts';
import { addAll, evidencePerQuestion, posteriorOf, withPrior } from './form-evidence.ts';
import { type FormWeights, tuneForm } from './form-weights.ts';
import { createInterviewer } from './interviewer.ts';
import type { DetectionModel } from './model.ts';
import type { ShortForm } from './result.ts';
import { likeliest, softmax } from './score.ts';

/** Questions a form may have. */
export const mostQuestions = 8;
/** Questions asked adaptively before the answer is given as it stands. */
const mostAsked = 12;
const chosenOn = 4000;
const tunedOn = 3000;
const fewest = 100;

const spread = (rows: number, most: number): number[] => {
  const step = Math.max(1, rows / most);
  return Array.from({ length: Math.min(rows, most) }, (_, i) => Math.floor(i * step));
};

/**
 * The questions that best recover the persona, in the order to ask: each is the one that raises most the expected
 * log-probability of the persona, given those before. The expectation is over the rows of `table` and over what all their
 * answers say of them. `askable` keeps out what nobody would ask (an amount the company knows).
 */
export function chooseQuestions(
  model: DetectionModel,
  table: EncodedTable,
  most: number = mostQuestions,
  askable: (id: string) => boolean = () => true,
): string[] {
  const evidence = evidencePerQuestion(model, table, spread(table.rows, chosenOn));
  const { k, rows } = evidence;
  const truth = posteriorOf(model.logPrior, evidence);
  const scores = withPrior(model.logPrior, rows);
  const left = new Set<number>();
  model.attributes.forEach(({ attribute }, at) => {
    if (askable(attribute.id)) left.add(at);
  });
  const order: string[] = [];
  const worth = (candidate: Float64Array): number => {
    let sum = 0;
    for (let start = 0; start < scores.length; start += k) {
      let greatest = Number.NEGATIVE_INFINITY;
      let dot = 0;
      for (let at = start; at < start + k; at++) {
        const score = scores[at]! + candidate[at]!;
        if (score > greatest) greatest = score;
        dot += truth[at]! * score;
      }
      let total = 0;
      for (let at = start; at < start + k; at++) {
        const distance = scores[at]! + candidate[at]! - greatest;
        if (distance > -37) total += Math.exp(distance);
      }
      sum += dot - greatest - Math.log(total);
    }
    return sum;
  };
  while (order.length < most && left.size > 0) {
    let best = -1;
    let highest = Number.NEGATIVE_INFINITY;
    for (const at of left) {
      const value = worth(evidence.of[at]!);
      if (value > highest) {
        highest = value;
        best = at;
      }
    }
    left.delete(best);
    addAll(scores, evidence.of[best]!);
    order.push(model.attributes[best]!.attribute.id);
  }
  return order;
}

/** The weights of the first 1, 2, … questions, tuned on rows the model was made from. */
export function tuneLengths(
  model: DetectionModel,
  table: EncodedTable,
  questions: readonly string[],
): FormWeights[] {
  const evidence = evidencePerQuestion(model, table, spread(table.rows, tunedOn));
  const truth = posteriorOf(model.logPrior, evidence);
  const at = questions.map((id) => model.attributes.findIndex(({ attribute }) => attribute.id === id));
  return questions.map((_, last) => tuneForm(model.logPrior, evidence, at.slice(0, last + 1), truth));
}

/**
 * What a form made of `questions` would have said of customers that did not make the model, against what all their
 * answers say: for each length, and asked adaptively (any attribute of `askable`) until one persona reaches `stopAt`.
 * Whoever fills a form answers it: a length is measured on the customers who answered all its questions in the table (on
 * all of them when fewer than 100 did), and the adaptive order asks what a customer is known to answer.
 */
export function measureForm(
  model: DetectionModel,
  table: EncodedTable,
  questions: readonly string[],
  tuned: readonly FormWeights[],
  options: {
    readonly stopAt?: number;
    readonly askable?: (id: string) => boolean;
    readonly mostAsked?: number;
  } = {},
): ShortForm {
  const stopAt = options.stopAt ?? 0.95;
  const askable = options.askable ?? (() => true);
  const most = options.mostAsked ?? mostAsked;
  const evidence = evidencePerQuestion(model, table, spread(table.rows, Number.POSITIVE_INFINITY));
  const { k, rows } = evidence;
  const all = posteriorOf(model.logPrior, evidence);
  const full = Uint8Array.from({ length: rows }, (_, row) => likeliest(all.subarray(row * k, row * k + k)));
  const places = questions.map((id) => model.attributes.findIndex(({ attribute }) => attribute.id === id));
  const one = new Float64Array(k);
  const share = (count: number, n: number) =>
    n === 0 ? { agreement: 0, low: 0, high: 1 } : { agreement: count / n, ...wilson(count, n) };
  const complete = new Uint8Array(rows).fill(1);
  const lengths = questions.map((_, index) => {
    const at = places[index]!;
    const { weights, balance } = tuned[index]!;
    let answered = 0;
    for (let row = 0; row < rows; row++) {
      if (evidence.known[at]![row] === 0) complete[row] = 0;
      answered += complete[row]!;
    }
    const all = answered < fewest;
    let agreed = 0;
    let confidence = 0;
    let n = 0;
    for (let row = 0; row < rows; row++) {
      if (!all && complete[row] === 0) continue;
      n++;
      for (let p = 0; p < k; p++) {
        let score = model.logPrior[p]! + balance[p]!;
        for (let i = 0; i <= index; i++) score += weights[i]! * evidence.of[places[i]!]![row * k + p]!;
        one[p] = score;
      }
      softmax(one);
      const best = likeliest(one);
      confidence += one[best]!;
      if (best === full[row]) agreed++;
    }
    return {
      questions: index + 1,
      n,
      ...share(agreed, n),
      confidence: n === 0 ? 0 : confidence / n,
      weights,
      balance,
    };
  });

  const interviewer = createInterviewer(model);
  const canAsk = model.attributes.map(({ attribute }) => askable(attribute.id));
  const asked = new Uint8Array(model.attributes.length);
  const joint = new Float64Array(k);
  let agreed = 0;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    joint.set(model.logPrior);
    asked.fill(0);
    let best = 0;
    for (let turn = 0; ; turn++) {
      one.set(joint);
      softmax(one);
      best = likeliest(one);
      if (one[best]! >= stopAt || turn >= most) break;
      const next = interviewer.next(
        one,
        (at) => canAsk[at]! && asked[at] === 0 && evidence.known[at]![row] === 1,
      );
      if (next < 0) break;
      asked[next] = 1;
      count++;
      for (let p = 0; p < k; p++) joint[p] = joint[p]! + evidence.of[next]![row * k + p]!;
    }
    if (best === full[row]) agreed++;
  }
  return {
    questions: [...questions],
    lengths,
    adaptive: { stopAt, meanQuestions: rows === 0 ? 0 : count / rows, ...share(agreed, rows) },
    n: rows,
  };
}
