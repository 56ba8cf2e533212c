import type { EncodedTable } from './encoded.ts';
import type { DetectionModel } from './model.ts';
import { addRow, createScorer, softmax } from './score.ts';

/** What each attribute says of some rows, at the temperature of the model: `[row * k + persona]` per attribute. */
export type Evidence = {
  readonly k: number;
  readonly rows: number;
  readonly of: readonly Float64Array[];
  readonly known: readonly Uint8Array[];
};

export function evidencePerQuestion(
  model: DetectionModel,
  table: EncodedTable,
  rows: readonly number[],
): Evidence {
  const scorer = createScorer(model);
  const { k } = scorer;
  const one = new Float64Array(k);
  const known = model.attributes.map(() => new Uint8Array(rows.length));
  const of = model.attributes.map(({ attribute }, at) => {
    const column = table.columns[table.attributes.findIndex(({ id }) => id === attribute.id)];
    const all = new Float64Array(rows.length * k);
    if (!column) return all;
    rows.forEach((row, i) => {
      one.fill(0);
      if (addRow(scorer.likelihoods[at]!, column, row, one)) known[at]![i] = 1;
      all.set(one, i * k);
    });
    return all;
  });
  return { k, rows: rows.length, of, known };
}

export function withPrior(logPrior: readonly number[], rows: number): Float64Array {
  const k = logPrior.length;
  const scores = new Float64Array(rows * k);
  for (let at = 0; at < scores.length; at++) scores[at] = logPrior[at % k]!;
  return scores;
}

export function addAll(to: Float64Array, from: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at] = to[at]! + from[at]!;
}

/** What all the answers of each row say of it. */
export function posteriorOf(logPrior: readonly number[], { k, rows, of }: Evidence): Float64Array {
  const all = withPrior(logPrior, rows);
  for (const one of of) addAll(all, one);
  for (let row = 0; row < rows; row++) softmax(all.subarray(row * k, row * k + k));
  return all;
}
