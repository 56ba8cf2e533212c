import { createRandom } from '#kit/statistics/random.ts';
import { wilson } from '#kit/statistics/share.ts';
import { calibrate } from './calibration.ts';
import type { Check, FittedCandidate } from './candidates.ts';
import { takeRows } from './encoded.ts';
import { fitMixture } from './fit.ts';
import { createGower } from './gower.ts';
import { alike } from './interviewer.ts';
import { type Mixture, Workspace } from './mixture.ts';
import { layOut } from './mixture-data.ts';
import type { DetectionModel } from './model.ts';
import { modelFromMixture } from './model-from-mixture.ts';
import type { Prepared } from './prepare.ts';
import { profileOf } from './profile.ts';
import type { DiscoveryOptions, ProposedPersona, ShortForm } from './result.ts';
import { portraitRow } from './second-opinion.ts';
import { chooseQuestions, measureForm, tuneLengths } from './short-form.ts';
import { closestPersona, type PersonaSignature } from './signature.ts';
import { statementsOf } from './statements.ts';

export type Described = {
  readonly personas: readonly ProposedPersona[];
  readonly model: DetectionModel;
  readonly shortForm: ShortForm;
  /** Persona of each row of the prepared table: position in `personas`. */
  readonly labels: Uint8Array;
};

const refinement = { starts: 1, steps: 60, tolerance: 1e-6 };
/** Held-out rows that calibration and questionnaire are measured on. */
const heldOut = 10_000;

/** Positions of the classes, those with most rows first. */
function bySize(labels: Uint8Array, k: number): number[] {
  const counts = new Float64Array(k);
  for (const label of labels) counts[label]!++;
  return Array.from({ length: k }, (_, c) => c).sort((a, b) => counts[b]! - counts[a]! || a - b);
}

/**
 * Model of one half of the rows and what it says of the other half: its temperature is the one under which it is least
 * surprised by what the model of all rows says there, and its short form is chosen on the first half, measured on the
 * second.
 */
function onHalves(
  { table }: Prepared,
  mixture: Mixture,
  order: readonly number[],
  posterior: Float64Array,
): { model: DetectionModel; shortForm: ShortForm } {
  const k = mixture.k;
  const step = Math.max(1, Math.floor(table.rows / (2 * heldOut)));
  const mine: number[] = [];
  const others: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (row % 2 === 0) mine.push(row);
    else if (((row - 1) / 2) % step === 0) others.push(row);
  }
  const first = takeRows(table, mine);
  const second = takeRows(table, others);
  const data = layOut(first);
  // The halves lay their items out alike unless a level or an option has no answer in one of them.
  const same = data.items.length === mixture.levels.length && data.numbers.length === mixture.mean.length;
  const half = same ? fitMixture(data, k, createRandom(0), refinement, null, mixture) : mixture;
  const uncalibrated = modelFromMixture(same ? first : table, same ? data : layOut(table), half, order);
  const truth = new Float64Array(others.length * k);
  others.forEach((row, i) => {
    order.forEach((c, p) => {
      truth[i * k + p] = posterior[row * k + c]!;
    });
  });
  const model = calibrate(uncalibrated, second, truth, 'model');
  const questions = chooseQuestions(model, first);
  return { model, shortForm: measureForm(model, second, questions, tuneLengths(model, first, questions)) };
}

function sizeOf(count: number, rows: number, shares: readonly number[]): ProposedPersona['size'] {
  const share = count / rows;
  const sampling = wilson(count, rows);
  const mean = shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length);
  const sd =
    shares.length > 1
      ? Math.sqrt(shares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (shares.length - 1))
      : 0;
  return {
    count,
    share,
    low: Math.max(0, Math.min(sampling.low, share - 1.96 * sd)),
    high: Math.min(1, Math.max(sampling.high, share + 1.96 * sd)),
  };
}

/** Everything that is told of the personas of one grouping, refined on all rows. */
export function describe(
  prepared: Prepared,
  fitted: FittedCandidate,
  checks: readonly Check[],
  signatures: readonly PersonaSignature[],
  told: { readonly source: string; readonly date: string },
  { seed }: Pick<DiscoveryOptions, 'seed'>,
): Described {
  const { table } = prepared;
  const { k } = fitted;
  const data = layOut(table);
  const refined = fitMixture(data, k, createRandom(0), refinement, null, fitted.mixture);
  const workspace = new Workspace(data, k);
  workspace.set(refined);
  const classes = new Uint8Array(table.rows);
  const posterior = new Float64Array(table.rows * k);
  workspace.assign(classes, posterior);
  const order = bySize(classes, k);
  const position = Uint8Array.from(order.keys(), (c) => order.indexOf(c));
  const labels = classes.map((c) => position[c]!);
  const halves = onHalves(prepared, refined, order, posterior);
  const model: DetectionModel = {
    ...modelFromMixture(table, data, refined, order),
    temperature: halves.model.temperature,
    calibration: halves.model.calibration,
  };
  const gower = createGower(table);
  const own = checks.filter((check) => check.k === k);
  const meanOver = (of: (check: Check) => number): number =>
    own.reduce((sum, check) => sum + of(check), 0) / Math.max(1, own.length);
  const personas = order.map((c, p): ProposedPersona => {
    const members = Uint32Array.from({ length: table.rows }, (_, row) => row).filter(
      (row) => labels[row] === p,
    );
    const key = `p${p + 1}`;
    const profiles = table.columns
      .map((_, at) => profileOf(table, at, labels, p))
      .sort((a, b) => b.information - a.information);
    return {
      key,
      size: sizeOf(
        members.length,
        table.rows,
        own.map(({ shares }) => shares[c]!),
      ),
      stability: own.length === 0 ? 0 : meanOver(({ jaccard }) => jaccard[c]!),
      profiles,
      statements: statementsOf(table.attributes, profiles, key, told),
      overlap: order.flatMap((other, q) => {
        if (q === p) return [];
        let sum = 0;
        for (const row of members) sum += posterior[row * k + other]!;
        return [{ key: `p${q + 1}`, probability: members.length === 0 ? 0 : sum / members.length }];
      }),
      closest: closestPersona(model, p, signatures, alike),
      portraitRow: members.length === 0 ? 0 : prepared.rowOf[portraitRow(gower, members, seed)]!,
    };
  });
  return { personas, model, shortForm: halves.shortForm, labels };
}
