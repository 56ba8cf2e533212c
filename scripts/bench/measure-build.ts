import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { cached, csvOf, customersOf } from './_events-file.ts';

/** Of eleven events, one comes late: a tenth of what is there by then. */
const oneIn = 11;

const importedSchema = z.object({
  seconds: z.object({
    reading: z.number(),
    checking: z.number(),
    building: z.number(),
    publishing: z.number(),
  }),
  balance: z.object({ read: z.int(), kept: z.int() }),
});
const toldSchema = z.object({
  built: importedSchema,
  late: importedSchema,
  journeys: z.object({ n: z.int(), events: z.int() }),
  peak: z.number(),
});

/** The header and the rows that are wanted, told by their number. */
async function* rowsOf(path: string, wanted: (row: number) => boolean): AsyncGenerator<string> {
  let row = -1;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (row < 0 || wanted(row)) yield `${line}\n`;
    row++;
  }
}

const part = (name: string, path: string, wanted: (row: number) => boolean): Promise<string> =>
  cached(name, (to) => pipeline(Readable.from(rowsOf(path, wanted)), createWriteStream(to)));

const round = (seconds: number): number => Math.round(seconds * 100) / 100;
const inOwnProcess = promisify(execFile);

async function timed(first: string, late: string, customers: number) {
  const child = fileURLToPath(new URL('./_build-child.ts', import.meta.url));
  const { stdout } = await inOwnProcess(process.execPath, [child, first, late, String(customers)]);
  const told = toldSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (told.journeys.events !== told.built.balance.kept + told.late.balance.kept)
    throw new Error('events are missing from the journeys');
  const seconds = ({
    seconds: { reading, checking, building, publishing },
    balance,
  }: z.infer<typeof importedSchema>) => ({
    events: balance.read,
    reading: round(reading),
    removingRepeats: round(checking),
    building: round(building + publishing),
    fromRaw: round(checking + building + publishing),
  });
  return {
    built: seconds(told.built),
    late: seconds(told.late),
    journeys: told.journeys.n,
    peakMiB: Math.round(told.peak / 2 ** 20),
  };
}

/**
 * From events as they were read to lived journeys (repeated deliveries, who is who, journeys), then the same when a tenth as many
 * come later: the newest ones, and ones scattered over all the time and nearly half of the customers.
 */
export async function run({ size = 10_000_000 }: { size?: number } = {}): Promise<unknown> {
  const all = Math.round((size * oneIn) / (oneIn - 1));
  const path = await csvOf(all);
  const newest = (row: number): boolean => row >= size;
  const scattered = (row: number): boolean => row % oneIn === 0;
  const files = async (name: string, wanted: (row: number) => boolean) => [
    await part(`build-${size}-before-${name}.csv`, path, (row) => !wanted(row)),
    await part(`build-${size}-${name}.csv`, path, wanted),
  ];
  const [before = '', next = ''] = await files('newest', newest);
  const [most = '', late = ''] = await files('scattered', scattered);
  return {
    limits: { fromRaw: 9, late: 2 },
    newest: await timed(before, next, customersOf(all)),
    scattered: await timed(most, late, customersOf(all)),
  };
}
