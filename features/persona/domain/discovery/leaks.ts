import type { Note } from './attribute.ts';
import type { EncodedColumn, EncodedTable } from './encoded.ts';
import type { Leak } from './result.ts';

const bins = 10;
const sampleRows = 5000;
/** Cells looked at in all pairs together: wide tables are looked at on fewer rows. */
const mostWork = 30_000_000;
/** Share of the uncertainty gone from which an attribute is said to determine another, or to give the outcome away. */
const determines = 0.9;
const givesAway = 0.8;
/** Correlation from which two numbers are said to move together. */
const together = 0.75;

/** Codes of a column on some rows, 0 missing; null for what has too many combinations to be counted. */
function discrete(
  column: EncodedColumn,
  rows: readonly number[],
): { codes: Uint16Array; width: number } | null {
  if (column.kind === 'levels')
    return { codes: Uint16Array.from(rows, (row) => column.codes[row]!), width: column.levels + 1 };
  if (column.kind === 'number') {
    const sorted = Float64Array.from(rows, (row) => column.values[row]!)
      .filter((x) => !Number.isNaN(x))
      .sort();
    if (sorted.length === 0) return null;
    const cuts = Array.from(
      { length: bins - 1 },
      (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / bins)]!,
    );
    const codes = Uint16Array.from(rows, (row) => {
      const x = column.values[row]!;
      if (Number.isNaN(x)) return 0;
      let bin = 0;
      while (bin < cuts.length && x >= cuts[bin]!) bin++;
      return bin + 1;
    });
    return { codes, width: bins + 1 };
  }
  const seen = new Map<string, number>();
  const codes = Uint16Array.from(rows, (row) => {
    const marks = column.codes.map((option) => option[row]!);
    if (marks.every((mark) => mark === 0)) return 0;
    const key = marks.join('');
    if (!seen.has(key)) seen.set(key, seen.size + 1);
    return seen.get(key)!;
  });
  return seen.size <= 64 ? { codes, width: seen.size + 1 } : null;
}

/**
 * Share of the uncertainty (Shannon entropy) about `b` that is gone once `a` is known, 0…1 (Theil's U). Rows where `b` is
 * missing are left out; those where `a` is missing too, unless its silence counts as an answer.
 */
export function uncertaintyGone(
  a: { codes: ArrayLike<number>; width: number },
  b: { codes: ArrayLike<number>; width: number },
  silenceCounts = false,
): number {
  const joint = new Float64Array(a.width * b.width);
  let n = 0;
  for (let i = 0; i < a.codes.length; i++) {
    if (b.codes[i] === 0 || (!silenceCounts && a.codes[i] === 0)) continue;
    joint[a.codes[i]! * b.width + b.codes[i]!]!++;
    n++;
  }
  const entropy = (counts: Float64Array): number => {
    let sum = 0;
    for (const count of counts) if (count > 0) sum -= (count / n) * Math.log2(count / n);
    return sum;
  };
  const ofA = new Float64Array(a.width);
  const ofB = new Float64Array(b.width);
  for (let i = 0; i < a.width; i++)
    for (let j = 0; j < b.width; j++) {
      ofA[i]! += joint[i * b.width + j]!;
      ofB[j]! += joint[i * b.width + j]!;
    }
  const uncertain = entropy(ofB);
  // Less than a customer in two hundred differs: nothing to determine.
  if (n < 20 || uncertain < 0.045) return 0;
  return Math.max(0, (ofA.length > 0 ? uncertain + entropy(ofA) - entropy(joint) : 0) / uncertain);
}

/** Pearson's correlation of two columns on some rows; 0 unless both are numbers known together in thirty rows. */
function correlation(a: EncodedColumn, b: EncodedColumn, rows: readonly number[]): number {
  if (a.kind !== 'number' || b.kind !== 'number') return 0;
  const both = rows.filter((row) => !Number.isNaN(a.values[row]! + b.values[row]!));
  const n = both.length;
  if (n < 30) return 0;
  const meanA = both.reduce((sum, row) => sum + a.values[row]!, 0) / n;
  const meanB = both.reduce((sum, row) => sum + b.values[row]!, 0) / n;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (const row of both) {
    const x = a.values[row]! - meanA;
    const y = b.values[row]! - meanB;
    squaresA += x * x;
    squaresB += y * y;
    products += x * y;
  }
  return squaresA > 0 && squaresB > 0 ? products / Math.sqrt(squaresA * squaresB) : 0;
}

/** Numbers that move together, which classes would slice along their common line: a note per pair. */
function movingTogether(table: EncodedTable, rows: readonly number[]): Note[] {
  const numbers = table.columns.flatMap((column, at) => {
    const attribute = table.attributes[at]!;
    return column.kind === 'number' && attribute.use && !attribute.outcome
      ? [{ column, id: attribute.id }]
      : [];
  });
  return numbers.flatMap((a, at) =>
    numbers.slice(at + 1).flatMap((b): Note[] => {
      const r = correlation(a.column, b.column, rows);
      if (Math.abs(r) < together) return [];
      return [
        {
          code: 'persona.discovery.move-together',
          attribute: a.id,
          severity: 'warning',
          params: { attribute: a.id, other: b.id, correlation: Math.round(100 * r) / 100 },
        },
      ];
    }),
  );
}

/**
 * Attributes that determine one another, or that give the outcome away, on at most 5,000 rows spread over the table. What
 * gives the outcome away must not take part: `aside` names it, and the later of two attributes that say the same.
 */
export function findLeaks(table: EncodedTable): { leaks: Leak[]; aside: ReadonlySet<string>; notes: Note[] } {
  const pairs = table.columns.length ** 2;
  const most = Math.min(table.rows, Math.max(500, Math.min(sampleRows, Math.floor(mostWork / pairs))));
  const step = table.rows / most;
  const rows = Array.from({ length: most }, (_, i) => Math.floor(i * step));
  const columns = table.columns.map((column, at) => ({
    attribute: table.attributes[at]!,
    codes: discrete(column, rows),
  }));
  const leaks: Leak[] = [];
  const aside = new Set<string>();
  const notes: Note[] = [];
  for (const a of columns)
    for (const b of columns) {
      if (a === b || !a.codes || !b.codes || a.attribute.outcome) continue;
      const { outcome } = b.attribute;
      if (!a.attribute.use || !(b.attribute.use || outcome)) continue;
      const share = uncertaintyGone(a.codes, b.codes, outcome);
      if (share < (outcome ? givesAway : determines)) continue;
      leaks.push({ attribute: a.attribute.id, determines: b.attribute.id, share, outcome });
    }
  for (const { attribute, determines: other, share, outcome } of leaks) {
    if (aside.has(attribute) || aside.has(other)) continue;
    const both = leaks.find((leak) => leak.attribute === other && leak.determines === attribute);
    const same = !outcome && share > 0.999 && both !== undefined && both.share > 0.999;
    if (outcome) aside.add(attribute);
    if (same) aside.add(other);
    if (!same && both && attribute > other) continue;
    notes.push({
      code: `persona.discovery.${outcome ? 'gives-outcome-away' : same ? 'says-the-same' : both ? 'determine-each-other' : 'determines-another'}`,
      attribute,
      severity: 'warning',
      params: { attribute, other, percent: Math.round(100 * share) },
    });
  }
  notes.push(...movingTogether(table, rows));
  return { leaks, aside, notes };
}
