import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEventsCsv } from '#testing/simulator/events-csv.ts';

const cache = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
const eventsPerCustomer = 6.86;

/** Every column of use of the file of simulated events. */
export const csvMapping = {
  customer: 'customer',
  time: { column: 'time', format: 'iso', zone: 'Europe/Paris' },
  event: 'event',
  channel: 'channel',
  score: { column: 'score', min: 1, max: 5 },
  text: 'verbatim',
  eventId: 'event_id',
  attributes: ['persona', 'plan', 'region', 'age_band'].map((name) => ({ column: name, name })),
};

/** Writes a file once; a file half-written by a run that was stopped is not taken for it. */
export async function cached(name: string, write: (path: string) => Promise<unknown>): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, name);
  if (!existsSync(path)) {
    await write(`${path}.part`);
    renameSync(`${path}.part`, path);
  }
  return path;
}

export const customersOf = (size: number): number => Math.max(1, Math.round(size / eventsPerCustomer));

/** A CSV of about so many simulated events, in the order of time. */
export const csvOf = (size: number): Promise<string> =>
  cached(`events-${size}.csv`, async (path) => {
    const out = createWriteStream(path);
    await writeEventsCsv(out, {
      seed: 2026,
      customers: customersOf(size),
      end: new Date('2026-11-21T00:00:00Z'),
    });
    await new Promise<void>((resolve, reject) =>
      out.end((error?: Error | null) => (error ? reject(error) : resolve())),
    );
  });
