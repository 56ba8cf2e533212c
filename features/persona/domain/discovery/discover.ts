import { ok, type Result } from '#kit/result.ts';
import type { Attribute, Note } from './attribute.ts';
import {
  type Check,
  type Choice,
  checkCandidate,
  chooseK,
  describeCandidate,
  type FittedCandidate,
  fitCandidate,
} from './candidates.ts';
import { type Described, describe } from './describe.ts';
import { type EncodedTable, takeRows } from './encoded.ts';
import { uncertaintyGone } from './leaks.ts';
import { layOut } from './mixture-data.ts';
import { type Prepared, prepare } from './prepare.ts';
import { adjustedRandIndex } from './rand-index.ts';
import type { Candidate, DiscoveryOptions, DiscoveryResult } from './result.ts';
import { kMedoids, type SecondOpinion } from './second-opinion.ts';
import type { PersonaSignature } from './signature.ts';

/** What is asked of a discovery besides the table. The domain has no clock: the date of the table is told. */
export type DiscoveryInput = {
  readonly encoded: { readonly table: EncodedTable; readonly lost: ReadonlyMap<string, number> };
  readonly attributes: readonly Attribute[];
  readonly notes: readonly Note[];
  readonly signatures: readonly PersonaSignature[];
  /** Name of the table. */
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly date: string;
};

export type Discovery = {
  readonly result: DiscoveryResult;
  /** Per row of the table given: position in `result.personas`; 255 when the row answered nothing or there is none. */
  readonly labels: Uint8Array;
};

export const noPersona = 255;

export type Decision = { readonly candidates: Candidate[]; readonly choice: Choice };

/** The candidates as told, and the number of personas chosen. `rows` are those they were fitted on. */
export function decide(
  rows: number,
  fits: readonly FittedCandidate[],
  checks: readonly Check[],
  options: DiscoveryOptions,
): Decision {
  const candidates = fits.map((fit) => describeCandidate(fit, checks, rows)).sort((a, b) => a.k - b.k);
  return { candidates, choice: chooseK(candidates, rows, options) };
}

/** An attribute that tells the persona nearly alone: then the personas are that column under another name. */
function ruling(prepared: Prepared, labels: Uint8Array, k: number): Note[] {
  const persona = { codes: labels.map((label) => label + 1), width: k + 1 };
  return prepared.table.columns.flatMap((column, at): Note[] => {
    if (column.kind !== 'levels') return [];
    const share = uncertaintyGone({ codes: column.codes, width: column.levels + 1 }, persona);
    const attribute = prepared.table.attributes[at]!.id;
    return share < 0.9
      ? []
      : [
          {
            code: 'persona.discovery.one-attribute-decides',
            attribute,
            severity: 'warning',
            params: { attribute, percent: Math.round(100 * share) },
          },
        ];
  });
}

/** The largest number tried is stable: a larger one might be too. */
const atTheEnd = (prepared: Prepared, { k, reason }: Choice): Note[] =>
  reason === 'largest-stable' && k === Math.max(...prepared.ks)
    ? [{ code: 'persona.discovery.largest-tried', attribute: null, severity: 'warning', params: { k } }]
    : [];

/** Adjusted Rand index under which the two methods are said to see different groups. */
const differs = 0.25;

const disagreement = (opinion: DiscoveryResult['secondOpinion']): Note[] =>
  opinion !== null && opinion.agreement < differs
    ? [
        {
          code: 'persona.discovery.second-opinion-differs',
          attribute: null,
          severity: 'warning',
          params: { agreement: Math.round(100 * opinion.agreement) / 100 },
        },
      ]
    : [];

/** Puts the parts together. `described` and `opinion` are null when no personas were found. */
export function conclude(
  prepared: Prepared,
  { candidates, choice }: Decision,
  described: Described | null,
  opinion: SecondOpinion | null,
  input: Pick<DiscoveryInput, 'source' | 'date'>,
  { seed }: Pick<DiscoveryOptions, 'seed'>,
): Discovery {
  const labels = new Uint8Array(prepared.rows).fill(noPersona);
  described?.labels.forEach((label, at) => {
    labels[prepared.rowOf[at]!] = label;
  });
  const { sample } = prepared;
  const secondOpinion =
    described && opinion
      ? {
          k: opinion.medoids.length,
          loss: opinion.loss,
          medoidRows: opinion.medoids.map((at) => prepared.rowOf[sample[at]!]!),
          agreement: adjustedRandIndex(
            Uint8Array.from(sample, (row) => described.labels[row]!),
            opinion.labels,
          ),
          rows: sample.length,
        }
      : null;
  return {
    labels,
    result: {
      version: 1,
      source: input.source,
      date: input.date,
      seed,
      rows: prepared.rows,
      usable: prepared.rowOf.length,
      sampled: sample.length,
      attributes: [...prepared.attributes],
      notes: [
        ...prepared.notes,
        ...(described ? ruling(prepared, described.labels, described.personas.length) : []),
        ...atTheEnd(prepared, choice),
        ...disagreement(secondOpinion),
      ],
      leaks: [...prepared.leaks],
      candidates,
      verdict: described ? 'found' : 'none',
      chosen: described ? choice.k : null,
      reason: choice.reason,
      personas: described ? [...described.personas] : [],
      model: described?.model ?? null,
      shortForm: described?.shortForm ?? null,
      secondOpinion,
    },
  };
}

/**
 * From a table to proposed personas, all in one go: for tests, commands and small tables. The server runs the same steps in
 * threads (`server/discovery`). Same input, same options: same result, whatever runs it.
 */
export function discover(input: DiscoveryInput, options: DiscoveryOptions): Result<Discovery> {
  const ready = prepare(input.encoded, input.attributes, input.notes, options);
  if (!ready.ok) return ready;
  const prepared = ready.value;
  const sample = takeRows(prepared.table, prepared.sample);
  const data = layOut(sample);
  const fits = prepared.ks.map((k) => fitCandidate(data, k, options));
  const checks = fits.flatMap((fit) =>
    fit.k === 1
      ? []
      : Array.from({ length: options.bootstraps }, (_, b) => checkCandidate(data, fit, b, options)),
  );
  const decision = decide(prepared.sample.length, fits, checks, options);
  const { k } = decision.choice;
  if (k === null) return ok(conclude(prepared, decision, null, null, input, options));
  const fit = fits.find((one) => one.k === k)!;
  const described = describe(prepared, fit, checks, input.signatures, input, options);
  return ok(conclude(prepared, decision, described, kMedoids(sample, k, options.seed), input, options));
}
