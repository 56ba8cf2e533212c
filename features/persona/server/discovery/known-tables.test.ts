import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { Corrections } from '../../domain/discovery/attribute.ts';
import { adjustedRandIndex } from '../../domain/discovery/rand-index.ts';
import { discoveryResultSchema } from '../../domain/discovery/result.ts';
import { encodeTable, guessTable } from './read-table.ts';
import { runDiscovery } from './run-discovery.ts';

const data = new URL('../../../../../shared/data/', import.meta.url).pathname;
const simulated = `${data}personas-simulated/customers.csv`;
const telco = `${data}telco-churn/Telco-Customer-Churn.csv`;

async function read(path: string, corrections: Corrections = {}) {
  const table = unwrap(await openTable({ path, name: basename(path) }));
  const guessed = unwrap(await guessTable(table, corrections));
  return encodeTable(table, guessed, { source: basename(path), date: '2026-11-21' });
}

describe('tables whose figures are known', () => {
  it.skipIf(!existsSync(simulated))(
    'personas-simulated: six personas, adjusted Rand index .91 of at most .917',
    async () => {
      const input = await read(simulated, { truth: { use: false } });
      expect(input.attributes.filter(({ use }) => use)).toHaveLength(12);
      // The neighbours of 6 are enough to see that 6 is chosen; the bench tries all of 2 … 10.
      const { result, labels } = unwrap(await runDiscovery(input, { kMin: 5, kMax: 7, bootstraps: 4 }));
      expect(discoveryResultSchema.safeParse(result).success).toBe(true);
      expect(result).toMatchObject({ chosen: 6, rows: 10_000, usable: 10_000 });
      const [header = '', ...lines] = readFileSync(simulated, 'utf8').trim().split('\n');
      const at = header.split(',').indexOf('truth');
      const truth = lines.map((line) => Number(line.split(',')[at]));
      expect(adjustedRandIndex(labels, truth)).toBeGreaterThan(0.91);
      const noise = result.personas.flatMap(({ statements }) => statements.map(({ attribute }) => attribute));
      expect(noise).not.toContain('noise_num');
      expect(noise).not.toContain('noise_nom');
      expect(result.shortForm!.lengths[5]!.agreement).toBeGreaterThan(0.95);
      expect(result.shortForm!.adaptive.meanQuestions).toBeLessThan(4.6);
      expect(result.shortForm!.adaptive.agreement).toBeGreaterThan(0.96);
    },
    240_000,
  );

  it.skipIf(!existsSync(telco))(
    'telco-churn: the outcome and the identifier stay out, the 11 blank amounts stay missing',
    async () => {
      const { attributes, encoded } = await read(telco);
      const used = attributes.filter(({ use }) => use).map(({ id }) => id);
      expect(used).toHaveLength(19);
      expect(used).not.toContain('Churn');
      expect(used).not.toContain('customerID');
      expect(attributes.find(({ id }) => id === 'Churn')).toMatchObject({ outcome: true });
      const at = encoded.table.attributes.findIndex(({ id }) => id === 'TotalCharges');
      const column = encoded.table.columns[at]!;
      if (column.kind !== 'number') throw new Error('not read as a number');
      expect(encoded.table.rows).toBe(7043);
      expect(column.values.filter((x) => Number.isNaN(x))).toHaveLength(11);
    },
    60_000,
  );
});
