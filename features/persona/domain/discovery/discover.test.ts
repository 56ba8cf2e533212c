import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { customerGroups, type GroupOptions } from '#testing/customer-groups.ts';
import type { Corrections } from './attribute.ts';
import { createAttributor } from './attribution.ts';
import { chooseK } from './candidates.ts';
import { type Discovery, type DiscoveryInput, discover, noPersona } from './discover.ts';
import { createEncoder } from './encoder.ts';
import { guessAttributes } from './guess-attributes.ts';
import { adjustedRandIndex } from './rand-index.ts';
import { type Candidate, discoveryOptionsSchema, discoveryResultSchema } from './result.ts';

function inputOf(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  corrections: Corrections = {},
): DiscoveryInput {
  const { attributes, notes } = guessAttributes(names, rows, corrections);
  const encoder = createEncoder(attributes, names);
  for (const row of rows) encoder.add(row);
  return {
    encoded: encoder.finish(),
    attributes,
    notes,
    signatures: [],
    source: 'customers.csv',
    date: '2026-11-21',
  };
}

const options = discoveryOptionsSchema.parse({ kMax: 6, bootstraps: 6, starts: 10 });
const found = (table: GroupOptions): Discovery & { truth: Uint8Array } => {
  const { names, rows, truth } = customerGroups(table);
  return { ...unwrap(discover(inputOf(names, rows), options)), truth };
};

describe('a discovery', () => {
  it('finds the groups that are there, and tells them with their figures', () => {
    const { result, labels, truth } = found({ seed: 5, rows: 1500 });
    expect(discoveryResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result).toMatchObject({ verdict: 'found', chosen: 4, rows: 1500, usable: 1500 });
    expect(adjustedRandIndex(labels, truth)).toBeGreaterThan(0.8);
    expect(result.candidates.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(result.candidates.find(({ k }) => k === 4)!.stability!.mean).toBeGreaterThan(0.8);

    const [largest] = result.personas;
    expect(largest!.size).toMatchObject({ count: labels.filter((label) => label === 0).length });
    expect(largest!.size.low).toBeLessThan(0.35);
    expect(largest!.size.high).toBeGreaterThan(0.35);
    expect(largest!.stability).toBeGreaterThan(0.8);
    // The first group is young, small spender, on the web.
    const said = largest!.statements.map(({ code, attribute, value }) =>
      `${code} ${attribute} ${value ?? ''}`.trim(),
    );
    expect(said).toContain('number-lower age');
    expect(said).toContain('level-more channel web');
    const age = largest!.statements.find(({ attribute }) => attribute === 'age')!;
    if (age.persona.withheld || age.everyone.withheld) throw new Error('withheld');
    expect(age.persona.value).toBeCloseTo(28, -1);
    expect(age.persona.low).toBeLessThan(age.persona.value);
    expect(age.evidence).toEqual({
      kind: 'figure',
      n: age.persona.n,
      date: '2026-11-21',
      source: 'customers.csv',
    });
    expect(labels[largest!.portraitRow]).toBe(0);
    for (const { overlap } of result.personas)
      for (const { probability } of overlap) expect(probability).toBeLessThan(0.2);
  }, 60_000);

  it('its model gives the rows of the table the persona they were put in', () => {
    const { names, rows } = customerGroups({ seed: 5, rows: 800 });
    const { result, labels } = unwrap(discover(inputOf(names, rows), { ...options, kMax: 4 }));
    const attributor = createAttributor({ ...result.model!, threshold: 0 });
    const alike = rows.filter((row, at) => {
      const cells = Object.fromEntries(names.map((name, i) => [name, row[i]!]));
      return attributor.fromCells(cells).persona === `p${labels[at]! + 1}`;
    });
    expect(alike.length / rows.length).toBeGreaterThan(0.985);
    expect(result.shortForm!.questions.length).toBeGreaterThanOrEqual(4);
    expect(result.shortForm!.lengths.at(-1)!.agreement).toBeGreaterThan(0.9);
  }, 60_000);

  it('says that there are none in a cloud', () => {
    const { result, labels } = found({ groups: 1, rows: 900, seed: 2 });
    expect(result).toMatchObject({
      verdict: 'none',
      chosen: null,
      personas: [],
      model: null,
      shortForm: null,
    });
    expect(['nothing-stable', 'one-group']).toContain(result.reason);
    expect(labels.every((label) => label === noPersona)).toBe(true);
  }, 60_000);

  it('gives the same answer for the same seed', () => {
    const { names, rows } = customerGroups({ rows: 300 });
    const small = discoveryOptionsSchema.parse({ kMax: 3, bootstraps: 4, starts: 4, seed: 77 });
    const first = unwrap(discover(inputOf(names, rows), small));
    expect(unwrap(discover(inputOf(names, rows), small))).toEqual(first);
  }, 60_000);

  it('knows a persona it has met before', () => {
    const { names, rows } = customerGroups({ rows: 900, seed: 3 });
    const input = inputOf(names, rows);
    const few = { ...options, k: 4, kMax: 4 };
    const before = unwrap(discover(input, few)).result;
    const signatures = before.personas.map(({ key }) => ({
      personaId: `known-${key}`,
      model: before.model!,
      key,
    }));
    const again = customerGroups({ rows: 900, seed: 4 });
    const { result } = unwrap(discover({ ...inputOf(again.names, again.rows), signatures }, few));
    const nearest = result.personas.map(({ closest }) => closest!);
    expect(new Set(nearest.map(({ personaId }) => personaId)).size).toBe(4);
    for (const { similarity, attributes } of nearest) {
      expect(similarity).toBeGreaterThan(0.97);
      expect(attributes).toBe(8);
    }
  }, 60_000);
});

describe('what cannot be discovered is said', () => {
  const problemOf = (names: readonly string[], rows: readonly (readonly string[])[]): string => {
    const result = discover(inputOf(names, rows), options);
    return result.ok ? 'ok' : result.problem.code;
  };
  it('three rows, one column, nothing but identifiers', () => {
    const { names, rows } = customerGroups({ rows: 100 });
    expect(problemOf(names, rows.slice(0, 3))).toBe('persona.discovery.too-few-rows');
    expect(problemOf(names, [])).toBe('persona.discovery.too-few-rows');
    expect(
      problemOf(
        ['age'],
        rows.map((row) => row.slice(0, 1)),
      ),
    ).toBe('persona.discovery.too-few-attributes');
    expect(
      problemOf(
        ['id', 'constant'],
        rows.map((_, at) => [`c${at}`, 'x']),
      ),
    ).toBe('persona.discovery.too-few-attributes');
    expect(
      problemOf(
        names,
        rows.map((row) => row.map(() => '')),
      ),
    ).toBe('persona.discovery.too-few-attributes');
  });

  it('rows without any answer are left without a persona', () => {
    const { names, rows } = customerGroups({ rows: 400 });
    const { result, labels } = unwrap(
      discover(inputOf(names, [...rows, names.map(() => '')]), { ...options, k: 3, kMax: 3, bootstraps: 4 }),
    );
    expect(result).toMatchObject({ rows: 401, usable: 400, chosen: 3, reason: 'asked' });
    expect(labels[400]).toBe(noPersona);
  }, 60_000);

  it('a column that gives the outcome away, and two that say the same', () => {
    const { names, rows, truth } = customerGroups({ rows: 400, missing: 0 });
    const wide = rows.map((row, at) => [
      ...row,
      truth[at] === 1 ? 'Yes' : 'No',
      truth[at] === 1 ? 'price' : '',
      row[3]!.toUpperCase(),
    ]);
    const { result } = unwrap(
      discover(
        inputOf(
          [...names, 'churn', 'reason for leaving', 'CHANNEL'],
          wide.map((row, at) => row.with(12, at % 7 === 0 && truth[at] === 1 ? 'service' : row[12]!)),
        ),
        {
          ...options,
          k: 2,
          kMax: 2,
          bootstraps: 4,
        },
      ),
    );
    const used = result.attributes.filter(({ use }) => use).map(({ id }) => id);
    expect(used).not.toContain('reason for leaving');
    expect(used).not.toContain('CHANNEL');
    expect(used).toContain('channel');
    expect(result.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['persona.discovery.gives-outcome-away', 'persona.discovery.says-the-same']),
    );
    expect(result.leaks).toContainEqual(
      expect.objectContaining({ attribute: 'reason for leaving', determines: 'churn', outcome: true }),
    );
  }, 60_000);
});

describe('how many personas', () => {
  const candidate = (k: number, stability: number, bic: number, icl: number, smallest = 0.1): Candidate => ({
    k,
    logLikelihood: 0,
    parameters: 1,
    bic,
    icl,
    stability: k === 1 ? null : { mean: stability, low: stability, high: stability, bootstraps: 20 },
    smallest,
  });
  const choose = (candidates: Candidate[], k: number | null = null) =>
    chooseK(candidates, 1000, { stableFrom: 0.8, k });
  const alone = candidate(1, 0, 1000, 1000, 1);

  it('is the largest stable one', () => {
    const tried = [
      alone,
      candidate(2, 0.99, 900, 910),
      candidate(3, 0.85, 850, 870),
      candidate(4, 0.7, 800, 820),
    ];
    expect(choose(tried)).toEqual({ k: 3, reason: 'largest-stable' });
    expect(choose(tried, 4)).toEqual({ k: 4, reason: 'asked' });
  });
  it('unless a smaller stable one is better on both criteria', () => {
    const tried = [alone, candidate(2, 0.99, 900, 910), candidate(3, 0.85, 905, 930)];
    expect(choose(tried)).toEqual({ k: 2, reason: 'information' });
    expect(choose([alone, candidate(2, 0.99, 900, 940), candidate(3, 0.85, 905, 930)])).toEqual({
      k: 3,
      reason: 'largest-stable',
    });
  });
  it('is none when nothing is stable, when one group is better, or when groups are tiny', () => {
    expect(choose([alone, candidate(2, 0.6, 900, 910)])).toEqual({ k: null, reason: 'nothing-stable' });
    expect(choose([alone, candidate(2, 0.9, 990, 1010)])).toEqual({ k: null, reason: 'one-group' });
    expect(choose([alone, candidate(2, 0.9, 900, 910, 0.02)])).toEqual({ k: null, reason: 'nothing-stable' });
  });
});

describe('a cloud stretched by two numbers that move together', () => {
  it('is said to be one: the numbers are named, and the other method disagrees', () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 1200 }, () => {
      const size = random.normal();
      const near = (): string => (100 + 10 * (size + 0.3 * random.normal())).toFixed(3);
      return [near(), near(), random.normal().toFixed(3), random.pick(['x', 'y', 'z'])];
    });
    const { result } = unwrap(
      discover(inputOf(['height', 'weight', 'mood', 'sign'], rows), { ...options, k: 4 }),
    );
    const codes = result.notes.map(({ code }) => code);
    expect(codes).toContain('persona.discovery.move-together');
    expect(codes).toContain('persona.discovery.second-opinion-differs');
  }, 60_000);
});
