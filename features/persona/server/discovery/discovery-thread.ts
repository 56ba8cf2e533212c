import { parentPort, workerData } from 'node:worker_threads';
import { checkCandidate, fitCandidate } from '../../domain/discovery/candidates.ts';
import { type Described, describe } from '../../domain/discovery/describe.ts';
import { conclude } from '../../domain/discovery/discover.ts';
import { type EncodedTable, takeRows } from '../../domain/discovery/encoded.ts';
import { layOut, type MixtureData } from '../../domain/discovery/mixture-data.ts';
import { type Prepared, prepare } from '../../domain/discovery/prepare.ts';
import { kMedoids } from '../../domain/discovery/second-opinion.ts';
import type { Answer, Ask, ThreadData } from './thread-messages.ts';

/** A thread of a discovery: prepares the table for itself, then does the pieces it is asked for, one after the other. */
const { input, options } = workerData as ThreadData;
let prepared: Prepared | null = null;
let sample: EncodedTable | null = null;
let data: MixtureData | null = null;
let described: Described | null = null;

function answer(ask: Ask): Answer {
  if (ask.name === 'prepare') {
    const ready = prepare(input.encoded, input.attributes, input.notes, options);
    if (!ready.ok) return { problem: ready.problem };
    prepared = ready.value;
    sample = takeRows(prepared.table, prepared.sample);
    data = layOut(sample);
    return { ks: prepared.ks, rows: sample.rows };
  }
  if (!prepared || !sample || !data) throw new Error(`asked to ${ask.name} before preparing`);
  switch (ask.name) {
    case 'fit':
      return fitCandidate(data, ask.k, options);
    case 'check':
      return checkCandidate(data, ask, ask.bootstrap, options);
    case 'medoids':
      return kMedoids(sample, ask.k, options.seed);
    case 'describe':
      described = describe(prepared, ask.fitted, ask.checks, input.signatures, input, options);
      return null;
    case 'conclude':
      return conclude(prepared, ask.decision, described, ask.opinion, input, options);
  }
}

parentPort?.on('message', (ask: Ask) => parentPort?.postMessage(answer(ask)));
