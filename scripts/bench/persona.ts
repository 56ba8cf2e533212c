import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '#kit/result.ts';
import { buildMedoids, drawRows, fasterPam } from '#kit/statistics/faster-pam.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { Corrections } from '#persona/domain/discovery/attribute.ts';
import { createAttributor } from '#persona/domain/discovery/attribution.ts';
import {
  calibrate,
  calibrationError,
  evidence,
  labelled,
  probabilities,
} from '#persona/domain/discovery/calibration.ts';
import { discover } from '#persona/domain/discovery/discover.ts';
import { type EncodedTable, takeRows } from '#persona/domain/discovery/encoded.ts';
import { createEncoder } from '#persona/domain/discovery/encoder.ts';
import { createGower } from '#persona/domain/discovery/gower.ts';
import { guessAttributes } from '#persona/domain/discovery/guess-attributes.ts';
import type { DetectionModel } from '#persona/domain/discovery/model.ts';
import { adjustedRandIndex } from '#persona/domain/discovery/rand-index.ts';
import { type DiscoveryResult, discoveryOptionsSchema } from '#persona/domain/discovery/result.ts';
import { likeliest } from '#persona/domain/discovery/score.ts';
import { chooseQuestions, tuneLengths } from '#persona/domain/discovery/short-form.ts';
import { customerGroups } from '#testing/customer-groups.ts';

import { serverFlags } from '../server-flags.mjs';
import type { AttributionOrder } from './_attribution-child.ts';

const data = new URL('../../../shared/data/', import.meta.url).pathname;
const simulated = join(data, 'personas-simulated/customers.csv');

type Measured = { readonly seconds: number; readonly cpuSeconds: number; readonly megabytes: number };
type Found = Measured & { readonly result: DiscoveryResult; readonly labels: readonly number[] };

/** A process of its own, started as the server is, so that the memory told is the whole of what the work takes. */
function inChild<T>(order: {
  what: 'discovery' | 'medoids';
  file: string;
  corrections?: Corrections;
  rows?: number | undefined;
  k?: number;
}): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./_persona-child.ts', import.meta.url), {
      execArgv: [...serverFlags],
      serialization: 'advanced',
    });
    child.once('message', (answer) => resolve(answer as T));
    child.once('exit', (code) => reject(new Error(`ended with ${code} before answering`)));
    child.send({ corrections: {}, k: 0, ...order, rows: order.rows ?? null });
  });
}

/** A million contacts, and ten, written to their table; the median of five runs. `size`: contacts instead of a million. */
async function attributionInTheEngine(size: number | undefined) {
  const measure = async (contacts: number, seconds: number, megabytes: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'parcours-bench-'));
    const ask = <T>(what: AttributionOrder['what']): Promise<T> =>
      new Promise((resolve, reject) => {
        const child = fork(new URL('./_attribution-child.ts', import.meta.url));
        child.once('message', (answer) => resolve(answer as T));
        child.once('exit', (code) => reject(new Error(`ended with ${code} before answering`)));
        child.send({ what, folder, contacts } satisfies AttributionOrder);
      });
    await ask('prepare');
    const done = await ask<{
      runs: { seconds: number; cpuSeconds: number }[];
      written: number;
      megabytes: number;
    }>('attribute');
    rmSync(folder, { recursive: true });
    return {
      contacts: done.written,
      seconds: against(done.runs[2]!.seconds, seconds, 'lower'),
      // Where other work shares the cores, this tells what the work itself takes.
      cpuSeconds: Math.min(...done.runs.map((run) => run.cpuSeconds)),
      runs: done.runs,
      megabytes: against(done.megabytes, megabytes, 'lower'),
    };
  };
  const million = await measure(size ?? 1_000_000, 0.3, 600);
  return size === undefined ? { million, tenMillion: await measure(10_000_000, 2.5, 600) } : { million };
}

/** `ratio` above 1 is better than the target. */
const against = (value: number, target: number, better: 'lower' | 'higher') => ({
  value,
  target,
  ratio: better === 'lower' ? target / value : value / target,
  met: better === 'lower' ? value <= target : value >= target,
});

/** What a real table says: its stable number of personas, and how many questions recover them on held-out customers. */
const shortly = ({ result }: Found) => {
  const lengths = result.shortForm?.lengths ?? [];
  const enough = lengths.find(({ agreement }) => agreement >= 0.95) ?? lengths.at(-1);
  return {
    k: result.chosen,
    reason: result.reason,
    bootstrap: result.candidates.find(({ k }) => k === result.chosen)?.stability ?? null,
    stability: result.candidates.map(({ k, stability }) => ({ k, index: stability?.mean ?? null })),
    heldOut: {
      questions: enough?.questions ?? null,
      agreement: against(enough?.agreement ?? 0, 0.95, 'higher'),
      low: enough?.low ?? null,
      high: enough?.high ?? null,
      customers: enough?.n ?? 0,
    },
    questions: result.shortForm?.questions,
    adaptive: result.shortForm?.adaptive,
  };
};

function readSimulated(rows: number | undefined) {
  const lines = readFileSync(simulated, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const [header = [], ...all] = lines;
  const names = header.filter((name) => name !== 'truth');
  const cells = all.slice(0, rows);
  const truth = Uint8Array.from(cells, (row) => Number(row[header.indexOf('truth')]));
  const encoder = createEncoder(guessAttributes(names, cells).attributes, names);
  for (const row of cells) encoder.add(row);
  return { names, cells, truth, table: encoder.finish().table };
}

/** Blanks whole answers until about `share` of them are missing. */
function withHoles(table: EncodedTable, share: number): EncodedTable {
  const random = createRandom(20);
  const copy = takeRows(
    table,
    Uint32Array.from({ length: table.rows }, (_, row) => row),
  );
  let known = 0;
  for (const column of table.columns)
    for (let row = 0; row < table.rows; row++)
      if (
        column.kind === 'number'
          ? !Number.isNaN(column.values[row]!)
          : column.kind === 'levels'
            ? column.codes[row]! > 0
            : column.codes[0]![row]! > 0
      )
        known++;
  const keep = (1 - share) / (known / (table.rows * table.columns.length));
  for (const column of copy.columns)
    for (let row = 0; row < copy.rows; row++) {
      if (random.chance(keep)) continue;
      if (column.kind === 'number') column.values[row] = Number.NaN;
      else if (column.kind === 'levels') column.codes[row] = 0;
      else for (const option of column.codes) option[row] = 0;
    }
  return copy;
}

/** Which persona of the model each true group is: the commonest among its rows. */
function named(labels: ArrayLike<number>, truth: Uint8Array, k: number): Uint8Array {
  const counts = Array.from({ length: k }, () => new Float64Array(k));
  for (let row = 0; row < truth.length; row++) if (labels[row]! < k) counts[truth[row]!]![labels[row]!]!++;
  const of = counts.map((row) => likeliest(row));
  return truth.map((group) => of[group]!);
}

function reliability(model: DetectionModel, table: EncodedTable, truth: Uint8Array) {
  const k = model.personas.length;
  const stated = probabilities(model.logPrior, evidence(model, table), model.temperature);
  const real = labelled(truth, k);
  let right = 0;
  let sure = 0;
  let sureAndRight = 0;
  for (let row = 0; row < table.rows; row++) {
    const own = stated.subarray(row * k, row * k + k);
    const best = likeliest(own);
    const hit = best === truth[row];
    if (hit) right++;
    if (own[best]! < 0.9) continue;
    sure++;
    if (hit) sureAndRight++;
  }
  return {
    accuracy: right / table.rows,
    calibrationError: calibrationError(stated, real, k),
    confident: sure / table.rows,
    confidentRight: sureAndRight / Math.max(1, sure),
  };
}

/** Textbook PAM (BUILD, then the best of all swaps until none helps) on a matrix: the reference of the loss. */
function referenceLoss(table: EncodedTable, k: number): number {
  const gower = createGower(table);
  const matrix = Array.from({ length: table.rows }, (_, row) => {
    const line = new Float64Array(table.rows);
    gower.from(row, line);
    return line;
  });
  let medoids = buildMedoids(
    gower,
    k,
    Uint32Array.from({ length: table.rows }, (_, row) => row),
  );
  const lossOf = (chosen: readonly number[]): number => {
    let sum = 0;
    for (let row = 0; row < table.rows; row++) {
      let least = Number.POSITIVE_INFINITY;
      for (const medoid of chosen) least = Math.min(least, matrix[medoid]![row]!);
      sum += least;
    }
    return sum;
  };
  for (let loss = lossOf(medoids); ; ) {
    let best: number[] | null = null;
    for (let at = 0; at < k; at++)
      for (let row = 0; row < table.rows; row++) {
        const swapped = medoids.with(at, row);
        const one = lossOf(swapped);
        if (one < loss * (1 - 1e-12)) {
          loss = one;
          best = swapped;
        }
      }
    if (!best) return loss / table.rows;
    medoids = best;
  }
}

/** What answers that depend on each other inside a persona do to stated probabilities: our own customers, known groups. */
function dependence() {
  return [0, 0.3, 0.6].map((strength) => {
    const { names, rows, truth } = customerGroups({ rows: 4000, seed: 9, dependence: strength });
    const { attributes, notes } = guessAttributes(names, rows);
    const encoder = createEncoder(attributes, names);
    for (const row of rows) encoder.add(row);
    const encoded = encoder.finish();
    const options = discoveryOptionsSchema.parse({ k: 4, kMax: 4, kMin: 4, bootstraps: 4 });
    const { result, labels } = unwrap(
      discover({ encoded, attributes, notes, signatures: [], source: 'groups', date: '2026-11-21' }, options),
    );
    const known = named(labels, truth, 4);
    const model = result.model!;
    // 300 contacts whose persona somebody told: what a little truth repairs.
    const told = drawRows(4000, 300, createRandom(4));
    const repaired = calibrate(
      model,
      takeRows(encoded.table, told),
      labelled(
        Uint8Array.from(told, (row) => known[row]!),
        4,
      ),
      'labels',
    );
    return {
      dependence: strength,
      asDiscovered: { temperature: model.temperature, ...reliability(model, encoded.table, known) },
      with300Known: { temperature: repaired.temperature, ...reliability(repaired, encoded.table, known) },
    };
  });
}

/** `size`: rows of each table, all of them unless told. */
export async function run({ size }: { size?: number }): Promise<unknown> {
  const engine = await attributionInTheEngine(size);
  if (!existsSync(simulated)) return { attributionInTheEngine: engine, skipped: `${data} is not there` };
  const corrections: Corrections = { truth: { use: false } };
  const found = await inChild<Found>({ what: 'discovery', file: simulated, corrections, rows: size });
  const medoids = await inChild<Measured & { loss: number; labels: number[] }>({
    what: 'medoids',
    file: simulated,
    corrections,
    rows: size,
    k: 6,
  });
  const { names, cells, truth, table } = readSimulated(size);
  const model = found.result.model;
  const known = size === undefined ? named(found.labels, truth, found.result.chosen ?? 1) : null;
  const small = takeRows(table, drawRows(table.rows, 700, createRandom(2)));
  const ours = fasterPam(
    createGower(small),
    buildMedoids(
      createGower(small),
      6,
      Uint32Array.from({ length: 700 }, (_, row) => row),
    ),
  );
  const attributor = model && createAttributor(model);
  const contacts = cells
    .slice(0, 5000)
    .map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]!])));
  let began = performance.now();
  for (const contact of contacts) attributor?.fromCells(contact);
  const perContact = (performance.now() - began) / contacts.length;
  began = performance.now();
  const questions = model ? chooseQuestions(model, table) : [];
  if (model) tuneLengths(model, table, questions);
  const choosing = (performance.now() - began) / 1000;
  const six = found.result.shortForm?.lengths.find((length) => length.questions === 6)?.agreement ?? 0;
  const adaptive = found.result.shortForm?.adaptive;
  const attribution = model && known ? reliability(model, withHoles(table, 0.2), known) : null;
  const telco = await inChild<Found>({
    what: 'discovery',
    file: join(data, 'telco-churn/Telco-Customer-Churn.csv'),
    rows: size,
  });
  const folder = mkdtempSync(join(tmpdir(), 'parcours-bench-'));
  const hotelFile = join(folder, 'hotel_bookings.csv');
  writeFileSync(
    hotelFile,
    execFileSync('unzip', ['-p', join(data, 'hotel-booking/hotel_bookings.csv.zip')], { maxBuffer: 2 ** 28 }),
  );
  const hotel = await inChild<Found>({ what: 'discovery', file: hotelFile, rows: size });
  rmSync(folder, { recursive: true });
  return {
    discovery: {
      rows: found.result.usable,
      seconds: against(found.seconds, 35, 'lower'),
      cpuSeconds: found.cpuSeconds,
      megabytes: against(found.megabytes, 300, 'lower'),
      k: { value: found.result.chosen, target: 6, met: found.result.chosen === 6 },
      adjustedRand:
        size === undefined ? against(adjustedRandIndex(found.labels, truth), 0.91, 'higher') : null,
      ceiling: 0.917,
      stability: shortly(found).stability,
    },
    medoids: {
      seconds: against(medoids.seconds, 5, 'lower'),
      cpuSeconds: medoids.cpuSeconds,
      megabytes: against(medoids.megabytes, 450, 'lower'),
      loss: medoids.loss,
      adjustedRand: size === undefined ? adjustedRandIndex(medoids.labels, truth) : null,
      on700Rows: { loss: ours.loss / 700, textbookPam: referenceLoss(small, 6) },
    },
    attribution: attribution && {
      missing: 0.2,
      accuracy: against(attribution.accuracy, 0.945, 'higher'),
      calibrationError: against(attribution.calibrationError, 0.01, 'lower'),
      confident: against(attribution.confident, 0.85, 'higher'),
      confidentRight: against(attribution.confidentRight, 0.985, 'higher'),
      asTheTableIs: model && known && reliability(model, table, known),
      millisecondsPerContact: perContact,
    },
    attributionInTheEngine: engine,
    questionnaire: {
      six: against(six, 0.95, 'higher'),
      adaptiveQuestions: against(adaptive?.meanQuestions ?? 99, 4.6, 'lower'),
      adaptiveAgreement: against(adaptive?.agreement ?? 0, 0.96, 'higher'),
      secondsToChoose: against(choosing, 1, 'lower'),
      questions: found.result.shortForm?.questions,
    },
    telco: { seconds: telco.seconds, megabytes: telco.megabytes, ...shortly(telco) },
    hotel: { seconds: hotel.seconds, megabytes: hotel.megabytes, ...shortly(hotel) },
    dependence: dependence(),
  };
}
