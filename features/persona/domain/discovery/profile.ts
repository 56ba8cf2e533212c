import type { Attribute } from './attribute.ts';
import type { EncodedTable } from './encoded.ts';
import { offScale } from './read-answer.ts';
import type { Profile } from './result.ts';

/** Answers of one group to one attribute, with the sums its figures need. */
export type NumberGroup = {
  readonly n: number;
  /** Mean and sd (n − 1) in the unit of the column. */
  readonly mean: number;
  readonly sd: number;
  /** The same on the scale of the fit. */
  readonly scaledMean: number;
  readonly scaledSd: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
};

const moments = (values: Float64Array): { mean: number; sd: number } => {
  const n = values.length;
  let sum = 0;
  for (const x of values) sum += x;
  const mean = n === 0 ? 0 : sum / n;
  let squares = 0;
  for (const x of values) squares += (x - mean) ** 2;
  return { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 };
};

const scaleOf = (attribute: Attribute): 'linear' | 'log' | 'log1p' =>
  attribute.type === 'numeric' ? attribute.scale : 'linear';

/** `scaled` holds the known values of a group on the scale of the fit. */
export function numberGroup(attribute: Attribute, scaled: Float64Array): NumberGroup {
  const scale = scaleOf(attribute);
  const sorted = scaled.map((x) => offScale(x, scale)).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const own = moments(sorted);
  const fitted = moments(scaled);
  return {
    n: sorted.length,
    ...own,
    scaledMean: fitted.mean,
    scaledSd: fitted.sd,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
  };
}

/** Known values of the rows whose label is `label` (all rows when null). */
export function knownValues(values: Float64Array, labels: Uint8Array, label: number | null): Float64Array {
  return values.filter((x, row) => !Number.isNaN(x) && (label === null || labels[row] === label));
}

/** Names of the levels of an attribute read as codes; bins as their bounds, `< 3`, `3 – 12`, `≥ 12`. */
export function levelNames(attribute: Attribute): readonly string[] {
  if (attribute.type === 'nominal' || attribute.type === 'ordinal') return attribute.levels;
  if (attribute.type !== 'numeric' || attribute.edges === null) return [];
  const edges = attribute.edges;
  return [
    `< ${edges[0]}`,
    ...edges.slice(1).map((edge, at) => `${edges[at]} – ${edge}`),
    `≥ ${edges[edges.length - 1]}`,
  ];
}

export type Counts = { readonly n: number; readonly counts: Float64Array };

/** How many rows of a group are at each code; `n` answered. */
export function countCodes(
  codes: ArrayLike<number>,
  width: number,
  labels: Uint8Array,
  label: number | null,
): Counts {
  const counts = new Float64Array(width);
  let n = 0;
  for (let row = 0; row < codes.length; row++) {
    if (label !== null && labels[row] !== label) continue;
    const code = codes[row]!;
    if (code === 0) continue;
    counts[code]!++;
    n++;
  }
  return { n, counts };
}

/**
 * Kullback–Leibler distance of a group from everyone in bits, less the bias of small samples (cells − 1) / 2n ln 2, never
 * under 0. Half an answer is added to every cell.
 */
export function informationOf(group: Counts, everyone: Counts): number {
  if (group.n === 0) return 0;
  const cells = group.counts.length - 1;
  let sum = 0;
  for (let code = 1; code <= cells; code++) {
    const p = (group.counts[code]! + 0.5) / (group.n + 0.5 * cells);
    const q = (everyone.counts[code]! + 0.5) / (everyone.n + 0.5 * cells);
    sum += p * Math.log2(p / q);
  }
  return Math.max(0, sum - (cells - 1) / (2 * group.n * Math.LN2));
}

const tenths = 10;

function numberInformation(values: Float64Array, labels: Uint8Array, label: number): number {
  const sorted = knownValues(values, labels, null).sort();
  const cuts = Array.from(
    { length: tenths - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / tenths)]!,
  );
  const codes = Uint8Array.from(values, (x) => {
    if (Number.isNaN(x)) return 0;
    let bin = 1;
    for (const cut of cuts) if (x >= cut) bin++;
    return bin;
  });
  return informationOf(
    countCodes(codes, tenths + 1, labels, label),
    countCodes(codes, tenths + 1, labels, null),
  );
}

/** What one attribute looks like among the rows labelled `label`, beside all rows. */
export function profileOf(table: EncodedTable, at: number, labels: Uint8Array, label: number): Profile {
  const attribute = table.attributes[at]!;
  const column = table.columns[at]!;
  if (column.kind === 'number') {
    const side = (group: number | null) => {
      const { mean, p10, p50, p90, n } = numberGroup(attribute, knownValues(column.values, labels, group));
      return { mean, p10, p50, p90, n };
    };
    return {
      attribute: attribute.id,
      information: numberInformation(column.values, labels, label),
      shape: { kind: 'number', persona: side(label), everyone: side(null) },
    };
  }
  if (column.kind === 'levels') {
    const own = countCodes(column.codes, column.levels + 1, labels, label);
    const all = countCodes(column.codes, column.levels + 1, labels, null);
    return {
      attribute: attribute.id,
      information: informationOf(own, all),
      shape: {
        kind: 'levels',
        n: own.n,
        values: levelNames(attribute).map((value, level) => ({
          value,
          persona: own.n === 0 ? 0 : own.counts[level + 1]! / own.n,
          everyone: all.n === 0 ? 0 : all.counts[level + 1]! / all.n,
        })),
      },
    };
  }
  const names = attribute.type === 'multiple' ? attribute.options : [];
  let information = 0;
  let most = 0;
  const values = column.codes.map((codes, option) => {
    const own = countCodes(codes, 3, labels, label);
    const all = countCodes(codes, 3, labels, null);
    information += informationOf(own, all);
    most = Math.max(most, own.n);
    return {
      value: names[option]!,
      persona: own.n === 0 ? 0 : own.counts[2]! / own.n,
      everyone: all.n === 0 ? 0 : all.counts[2]! / all.n,
    };
  });
  return { attribute: attribute.id, information, shape: { kind: 'options', n: most, values } };
}
