import { createRandom, type Random } from '#kit/statistics/random.ts';
import type { EncodedColumn, EncodedTable } from './encoded.ts';
import type { DetectionModel, Likelihood } from './model.ts';
import type { ShortForm } from './result.ts';
import { chooseQuestions, measureForm, mostQuestions, tuneLengths } from './short-form.ts';

function pick(random: Random, logP: readonly number[], from: number): number {
  let left = random.next();
  for (let at = from; at < logP.length - 1; at++) {
    left -= Math.exp(logP[at]!);
    if (left < 0) return at;
  }
  return logP.length - 1;
}

function column(likelihood: Likelihood, personas: Uint8Array, random: Random): EncodedColumn {
  if (likelihood.kind === 'normal') {
    const { mean, sd, low, high } = likelihood;
    return {
      kind: 'number',
      values: Float64Array.from(personas, (p) =>
        Math.max(low, Math.min(high, mean[p]! + sd[p]! * random.normal())),
      ),
    };
  }
  if (likelihood.kind === 'levels')
    return {
      kind: 'levels',
      levels: likelihood.logP[0]!.length - 1,
      codes: Uint16Array.from(personas, (p) => pick(random, likelihood.logP[p]!, 1)),
    };
  return {
    kind: 'options',
    codes: likelihood.ticked[0]!.map((_, option) =>
      Uint8Array.from(personas, (p) => (random.chance(Math.exp(likelihood.ticked[p]![option]!)) ? 2 : 1)),
    ),
  };
}

/** Customers as the model believes they are, all questions answered. */
export function simulateCustomers(model: DetectionModel, rows: number, random: Random): EncodedTable {
  const personas = Uint8Array.from({ length: rows }, () => pick(random, model.logPrior, 0));
  return {
    rows,
    attributes: model.attributes.map(({ attribute }) => attribute),
    columns: model.attributes.map(({ likelihood }) => column(likelihood, personas, random)),
  };
}

const simulated = 4000;

/**
 * The short form of a model that comes without a table (written by hand, or kept alone): chosen and measured on customers
 * simulated from it. What it promises holds as far as the model does.
 */
export function expectedForm(
  model: DetectionModel,
  options: {
    readonly seed?: number;
    readonly most?: number;
    readonly askable?: (id: string) => boolean;
    readonly stopAt?: number;
  } = {},
): ShortForm {
  const { seed = 1, most = mostQuestions, ...form } = options;
  const first = simulateCustomers(model, simulated, createRandom(seed, 1));
  const second = simulateCustomers(model, simulated, createRandom(seed, 2));
  const questions = chooseQuestions(model, first, most, form.askable);
  return measureForm(model, second, questions, tuneLengths(model, first, questions), form);
}
