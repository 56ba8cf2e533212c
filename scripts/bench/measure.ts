import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const child = fileURLToPath(new URL('./_measure-child.ts', import.meta.url));
const warmRuns = 9;
/** A warm run of a peer takes tens of seconds: one is enough to tell the order of magnitude. */
const peerRuns = 1;

const madeSchema = z.object({ journeys: z.int(), events: z.int(), end: z.int() });
const countSchema = z.union([z.int(), z.object({ withheld: z.literal(true) })]);
const oursSchema = z.object({
  runs: z.array(z.number()),
  notKept: z.array(z.number()),
  first: z.number(),
  meanwhile: z.number(),
  madeAfter: z.number(),
  patience: z.number(),
  peakMiB: z.number(),
  figures: z.array(z.object({ volume: countSchema, customers: countSchema, median: z.number().nullable() })),
});
const peerSchema = z.object({
  runs: z.array(z.number()),
  peakMiB: z.number(),
  counts: z.array(
    z.object({ place: z.coerce.number(), volume: z.coerce.number(), customers: z.coerce.number() }),
  ),
});

/**
 * All figures of a map of 12 stages, 28 steps and 40 touchpoints over `size` events (10 million unless told), for everyone and
 * per persona (4), from the question to the finished figures: ours, the same by window functions on rows of events in the same
 * engine, and by DuckDB. Warm: the map was asked for before, and codes of journeys are kept since. Each in a process of its own, on two threads at most; the counts must agree.
 */
export async function run({ size = 10_000_000 }: { size?: number } = {}): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-measure-'));
  try {
    const made = madeSchema.parse(await part('make', folder, size, 1));
    const ours = oursSchema.parse(await part('ours', folder, size, warmRuns));
    const setting = [made.end, Math.round(ours.patience)];
    const inEngine = peerSchema.parse(await part('window', folder, size, peerRuns, setting));
    const duckdb = peerSchema.parse(await part('duckdb', folder, size, peerRuns, setting));
    for (const peer of [inEngine, duckdb]) agree(ours.figures, peer.counts);
    const told = { ours: tell(ours), windowFunctions: tell(inEngine), duckdb: tell(duckdb) };
    return {
      events: made.events,
      journeys: made.journeys,
      map: { stages: 12, steps: 28, touchpoints: 40, groups: 4 },
      limit: { medianMilliseconds: 1000, peakMiB: 4096 },
      ...told,
      notWarm: {
        firstQuestionMilliseconds: ours.first,
        askedAtOnceAfterMilliseconds: ours.meanwhile,
        codesKeptAfterMilliseconds: ours.madeAfter,
        nothingKept: tell({ ...ours, runs: ours.notKept }),
      },
      timesFaster: {
        windowFunctions: ratio(told.windowFunctions.medianMilliseconds, told.ours.medianMilliseconds),
        duckdb: ratio(told.duckdb.medianMilliseconds, told.ours.medianMilliseconds),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function part(
  role: string,
  folder: string,
  size: number,
  runs: number,
  more: readonly number[] = [],
): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [child, role, folder, String(size), String(runs), ...more.map(String)],
    { maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout);
}

function tell({ runs, peakMiB }: { readonly runs: readonly number[]; readonly peakMiB: number }) {
  const sorted = [...runs].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { medianMilliseconds: at(0.5), p95Milliseconds: at(0.95), warmRuns: sorted.length, peakMiB };
}

const ratio = (theirs: number, own: number): number => Math.round((10 * theirs) / own) / 10;

/** A comparison of two different answers would say nothing. */
function agree(
  figures: z.infer<typeof oursSchema>['figures'],
  counts: z.infer<typeof peerSchema>['counts'],
): void {
  figures.forEach(({ volume, customers }, index) => {
    const own = counts.filter(({ place }) => place === index + 1);
    const sum = (read: (count: (typeof own)[number]) => number): number =>
      own.reduce((total, count) => total + read(count), 0);
    if (sum((count) => count.volume) !== volume || sum((count) => count.customers) !== customers) {
      throw new Error(`the counts at touchpoint ${index + 1} do not agree`);
    }
  });
}
