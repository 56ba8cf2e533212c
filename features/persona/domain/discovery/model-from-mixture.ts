import type { EncodedTable } from './encoded.ts';
import { levelCount } from './encoder.ts';
import type { Mixture } from './mixture.ts';
import type { MixtureData } from './mixture-data.ts';
import type { DetectionModel, Likelihood } from './model.ts';

/** Bounds of a column on its scale: values beyond are read as the bound. */
function bounds(values: Float64Array): { low: number; high: number } {
  const known = values.filter((x) => !Number.isNaN(x)).sort();
  const at = (share: number): number => known[Math.round(share * (known.length - 1))]!;
  // One odd row in two thousand must not stretch the range.
  return { low: at(0.0005), high: at(0.9995) };
}

const log = (p: number): number => Math.max(-1000, Math.min(0, Math.log(p)));

/**
 * The mixture as a detection model; personas in the order of `order` (class indices, largest first). Attributes without any
 * answer or spread in the data are left out.
 */
export function modelFromMixture(
  table: EncodedTable,
  data: MixtureData,
  mixture: Mixture,
  order: readonly number[],
  threshold = 0.5,
): DetectionModel {
  const itemAt = new Map(data.items.map(({ column, option }, at) => [`${column}/${option}`, at]));
  const likelihoodOf = (index: number): Likelihood | null => {
    const column = table.columns[index]!;
    if (column.kind === 'number') {
      const at = data.numbers.findIndex((number) => number.column === index);
      if (at < 0) return null;
      const { mean, sd } = data.numbers[at]!;
      return {
        kind: 'normal',
        mean: order.map((c) => mean + sd * mixture.mean[at]![c]!),
        sd: order.map((c) => sd * Math.sqrt(mixture.variance[at]![c]!)),
        ...bounds(column.values),
      };
    }
    const probability = (option: number, level: number, c: number): number | undefined => {
      const at = itemAt.get(`${index}/${option}`);
      return at === undefined ? undefined : mixture.levels[at]![c * (data.items[at]!.levels + 1) + level];
    };
    if (column.kind === 'options') {
      if (column.codes.every((_, option) => !itemAt.has(`${index}/${option}`))) return null;
      const of = (code: number): number[][] =>
        order.map((c) => column.codes.map((_, option) => log(probability(option, code, c) ?? 0.5)));
      return { kind: 'options', ticked: of(2), unticked: of(1) };
    }
    if (!itemAt.has(`${index}/-1`)) return null;
    const levels = levelCount(table.attributes[index]!);
    return {
      kind: 'levels',
      logP: order.map((c) => [
        0,
        ...Array.from({ length: levels }, (_, level) => log(probability(-1, level + 1, c)!)),
      ]),
    };
  };
  return {
    version: 1,
    origin: 'discovery',
    personas: order.map((_, at) => ({ key: `p${at + 1}`, name: '', personaId: null })),
    attributes: table.attributes.flatMap((attribute, index) => {
      const likelihood = likelihoodOf(index);
      return likelihood ? [{ attribute, likelihood, weight: 1 }] : [];
    }),
    logPrior: order.map((c) => log(mixture.prior[c]!)),
    temperature: 1,
    threshold,
    calibration: null,
  };
}
