import type { Attribute } from './attribute.ts';
import type { EncodedTable } from './encoded.ts';
import { offScale } from './read-answer.ts';
import type { Profile } from './result.ts';

type Shape = Profile['shape'];
type NumberShape = Extract<Shape, { kind: 'number' }>;
export type Moments = NumberShape['persona'];

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
function momentsOf(attribute: Attribute, scaled: Float64Array): Moments {
  const scale = scaleOf(attribute);
  const own = moments(scaled.map((x) => offScale(x, scale)));
  const fitted = moments(scaled);
  return { n: scaled.length, ...own, scaledMean: fitted.mean, scaledSd: fitted.sd };
}

/** Known values of the rows whose label is `label` (all rows when null). */
function knownValues(values: Float64Array, labels: Uint8Array, label: number | null): Float64Array {
  return values.filter((x, row) => !Number.isNaN(x) && (label === null || labels[row] === label));
}

/** Names of the levels of an attribute read as codes; bins as their bounds, `< 3`, `3 – 12`, `≥ 12`. */
function levelNames(attribute: Attribute): readonly string[] {
  if (attribute.type === 'nominal' || attribute.type === 'ordinal') return attribute.levels;
  if (attribute.type !== 'numeric' || attribute.edges === null) return [];
  const edges = attribute.edges;
  return [
    `< ${edges[0]}`,
    ...edges.slice(1).map((edge, at) => `${edges[at]} – ${edge}`),
    `≥ ${edges[edges.length - 1]}`,
  ];
}

type Counts = { readonly n: number; readonly counts: Float64Array };

/** How many rows of a group are at each code; `n` answered. */
function countCodes(
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
function informationOf(group: Counts, everyone: Counts): number {
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

const binCount = 12;

/** Bins of equal width on the scale of the fit, between the first and the last hundredth of everyone. */
function binsOf(attribute: Attribute, own: Float64Array, all: Float64Array): NumberShape['bins'] {
  const sorted = all.toSorted();
  if (sorted.length === 0) return [];
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  const low = at(0.01);
  const width = (at(0.99) - low) / binCount;
  const count = width > 0 ? binCount : 1;
  const place = (x: number): number =>
    width > 0 ? Math.max(0, Math.min(count - 1, Math.floor((x - low) / width))) : 0;
  const scale = scaleOf(attribute);
  const bins = Array.from({ length: count }, (_, bin) => ({
    from: offScale(low + bin * width, scale),
    to: offScale(low + (bin + 1) * width, scale),
    persona: 0,
    everyone: 0,
  }));
  for (const x of own) bins[place(x)]!.persona++;
  for (const x of all) bins[place(x)]!.everyone++;
  return bins;
}

/** What an answer tells of the persona, in bits: see `profileSchema`. The options of one question are added up. */
export function informationIn(shape: Shape): number {
  const cells = (counts: readonly (readonly [persona: number, everyone: number])[]): number => {
    const side = (which: 0 | 1): Counts => ({
      n: counts.reduce((sum, pair) => sum + pair[which], 0),
      counts: Float64Array.from([0, ...counts.map((pair) => pair[which])]),
    });
    return informationOf(side(0), side(1));
  };
  if (shape.kind === 'number') return cells(shape.bins.map(({ persona, everyone }) => [persona, everyone]));
  if (shape.kind === 'levels')
    return cells(shape.values.map(({ persona, everyone }) => [persona.yes, everyone.yes]));
  return shape.values.reduce(
    (sum, { persona, everyone }) =>
      sum +
      cells([
        [persona.yes, everyone.yes],
        [persona.n - persona.yes, everyone.n - everyone.yes],
      ]),
    0,
  );
}

function shapeOf(table: EncodedTable, at: number, labels: Uint8Array, label: number): Shape {
  const attribute = table.attributes[at]!;
  const column = table.columns[at]!;
  if (column.kind === 'number') {
    const own = knownValues(column.values, labels, label);
    const all = knownValues(column.values, labels, null);
    return {
      kind: 'number',
      persona: momentsOf(attribute, own),
      everyone: momentsOf(attribute, all),
      bins: binsOf(attribute, own, all),
    };
  }
  if (column.kind === 'levels') {
    const own = countCodes(column.codes, column.levels + 1, labels, label);
    const all = countCodes(column.codes, column.levels + 1, labels, null);
    return {
      kind: 'levels',
      values: levelNames(attribute).map((value, level) => ({
        value,
        persona: { yes: own.counts[level + 1]!, n: own.n },
        everyone: { yes: all.counts[level + 1]!, n: all.n },
      })),
    };
  }
  const names = attribute.type === 'multiple' ? attribute.options : [];
  return {
    kind: 'options',
    values: column.codes.map((codes, option) => {
      const own = countCodes(codes, 3, labels, label);
      const all = countCodes(codes, 3, labels, null);
      return {
        value: names[option]!,
        persona: { yes: own.counts[2]!, n: own.n },
        everyone: { yes: all.counts[2]!, n: all.n },
      };
    }),
  };
}

/** What one attribute looks like among the rows labelled `label`, beside all rows. */
export function profileOf(table: EncodedTable, at: number, labels: Uint8Array, label: number): Profile {
  const shape = shapeOf(table, at, labels, label);
  return { attribute: table.attributes[at]!.id, information: informationIn(shape), shape };
}
