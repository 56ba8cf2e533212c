import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { mostWindowSteps } from './_paths-peers.ts';

const child = fileURLToPath(new URL('./_paths-child.ts', import.meta.url));
/** From here on peers take minutes and several times the memory: ours alone is measured. */
const mostForPeers = 20_000_000;

const madeSchema = z.object({ journeys: z.int(), events: z.int(), seconds: z.number() });
const answerSchema = z.object({
  links: z.array(
    z.object({
      origin: z.int(),
      target: z.int(),
      passages: z.int(),
      journeys: z.int(),
      median: z.number().nullable(),
    }),
  ),
  variants: z.int(),
});
const funnelsSchema = z.record(
  z.string(),
  z.object({ runs: z.array(z.number()), reached: z.array(z.int()) }),
);
const oursSchema = z.object({
  first: z.number(),
  preparedAfter: z.number(),
  maps: z.array(z.number()),
  one: z.array(z.number()),
  byRank: z.array(z.number()),
  funnels: funnelsSchema,
  answers: z.array(answerSchema),
  peakMiB: z.number(),
});
const peerSchema = z.object({
  runs: z.array(z.number()),
  answers: z.array(answerSchema),
  funnels: funnelsSchema.optional(),
  peakMiB: z.number(),
});

/**
 * Flow map of 12 places and the others with median times, and exact variants, asked at once of `size` events (10 million unless told)
 * with every set of personas; funnels of 5, 32 and 64 steps. Beside window functions on rows of events in the same engine, DuckDB on
 * the same rows, and `windowFunnel`, which takes at most 32 steps. Each in a process of its own; the figures must agree.
 */
export async function run({ size = 10_000_000 }: { size?: number } = {}): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-paths-'));
  const withPeers = size <= mostForPeers;
  const part = async (role: string): Promise<unknown> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [child, role, folder, String(size), withPeers ? 'yes' : 'no'],
      { maxBuffer: 2 ** 26 },
    );
    return JSON.parse(stdout);
  };
  try {
    const made = madeSchema.parse(await part('make'));
    const ours = oursSchema.parse(await part('ours'));
    const large = size > mostForPeers;
    const told = {
      events: made.events,
      journeys: made.journeys,
      secondsToMake: made.seconds,
      limit: {
        flowAndVariantsP95: large ? 1000 : 150,
        funnelOf5: large ? 1000 : 100,
        funnelOf64: large ? 3000 : 500,
        peakMiB: large ? 8192 : 4096,
      },
      ours: {
        flowAndVariants: { ...spread(ours.maps), variants: ours.answers[0]?.variants },
        flowAndVariantsOfOnePersona: spread(ours.one),
        firstQuestionMilliseconds: ours.first,
        preparedAfterSeconds: ours.preparedAfter,
        flowByRank: spread(ours.byRank),
        funnels: funnelsTold(ours.funnels),
        peakMiB: ours.peakMiB,
      },
    };
    if (!withPeers) return told;
    const inEngine = peerSchema.parse(await part('window'));
    const duckdb = peerSchema.parse(await part('duckdb'));
    for (const peer of [inEngine, duckdb]) agree(ours.answers, peer.answers);
    const own = told.ours.flowAndVariantsOfOnePersona.medianMilliseconds;
    const peer = ({ runs: [everyone, onePersona], peakMiB }: z.infer<typeof peerSchema>) => ({
      flowAndVariants: everyone,
      flowAndVariantsOfOnePersona: onePersona,
      peakMiB,
      timesSlower: ratio(onePersona ?? 0, own),
    });
    const funnels = funnelsTold(inEngine.funnels ?? {});
    return {
      ...told,
      windowFunctions: peer(inEngine),
      duckdb: peer(duckdb),
      windowFunnel: {
        mostSteps: mostWindowSteps,
        funnels,
        timesSlower: Object.fromEntries(
          Object.entries(funnels).map(([steps, { medianMilliseconds }]) => [
            steps,
            ratio(medianMilliseconds, told.ours.funnels[steps]?.medianMilliseconds ?? 0),
          ]),
        ),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function spread(runs: readonly number[]) {
  const sorted = [...runs].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { medianMilliseconds: at(0.5), p95Milliseconds: at(0.95), warmRuns: sorted.length };
}

/** `reached`: journeys that come to each step, while there are any. */
const funnelsTold = (funnels: z.infer<typeof funnelsSchema>) =>
  Object.fromEntries(
    Object.entries(funnels).map(([steps, { runs, reached }]) => [
      steps,
      { ...spread(runs), reached: reached.filter((journeys) => journeys > 0) },
    ]),
  );

const ratio = (theirs: number, own: number): number => Math.round((10 * theirs) / own) / 10;

/** A comparison of two different answers would say nothing. */
function agree(
  own: readonly z.infer<typeof answerSchema>[],
  theirs: readonly z.infer<typeof answerSchema>[],
) {
  if (JSON.stringify(own) !== JSON.stringify(theirs)) throw new Error('the figures do not agree');
}
