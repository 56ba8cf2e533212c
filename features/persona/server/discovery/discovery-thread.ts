import { parentPort, workerData } from 'node:worker_threads';
import { checkCandidate, fitCandidate } from '../../domain/discovery/candidates.ts';
import type { EncodedTable } from '../../domain/discovery/encoded.ts';
import { layOut, type MixtureData } from '../../domain/discovery/mixture-data.ts';
import { Room } from '../../domain/discovery/room.ts';
import { kMedoids } from '../../domain/discovery/second-opinion.ts';
import type { Answer, Ask, ThreadData } from './thread-messages.ts';

/** A thread of a discovery: does the pieces it is asked for, one after the other. */
const { options } = workerData as ThreadData;
let whole: ReturnType<typeof import('./whole-table.ts').prepareTable> | null = null;
let sample: EncodedTable | null = null;
let data: MixtureData | null = null;
const room = new Room();

async function answer(ask: Ask): Promise<Answer> {
  if (ask.name === 'prepare') {
    // Loaded where it is asked for only: schemas of all that is told would take as much memory as the work.
    const { prepareTable } = await import('./whole-table.ts');
    whole = prepareTable(ask.input, options);
    return whole.answer;
  }
  if (ask.name === 'take') {
    sample = ask.sample;
    data = layOut(sample);
    return null;
  }
  if (!sample || !data) throw new Error(`asked to ${ask.name} before it has rows`);
  switch (ask.name) {
    case 'fit':
      return fitCandidate(data, ask.k, options, room);
    case 'check':
      return checkCandidate(data, ask, ask.bootstrap, options, room);
    case 'medoids':
      return kMedoids(sample, ask.k, options.seed);
  }
  if (!whole) throw new Error(`asked to ${ask.name} before preparing`);
  if (ask.name === 'conclude') return whole.conclude(ask);
  whole.describe(ask);
  return null;
}

parentPort?.on('message', async (ask: Ask) => parentPort?.postMessage(await answer(ask)));
