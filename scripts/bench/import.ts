import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import { cached, csvMapping, csvOf } from './_events-file.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** As `log stats` reads a file: what is not needed for the figures of a log is left where it is. */
const logMapping = { customer: 'customer', time: csvMapping.time, event: 'event' };
const xesMapping = {
  customer: 'case:concept:name',
  time: { column: 'time:timestamp', format: 'iso', zone: 'UTC' },
  event: 'concept:name',
  attributes: [
    { column: 'org:resource', name: 'resource' },
    { column: 'case:segment', name: 'segment' },
  ],
};

const importedSchema = z.object({
  result: z.object({
    ok: z.literal(true),
    value: z.object({ record: z.object({ balance: z.object({ read: z.int(), kept: z.int() }) }) }),
  }),
  milliseconds: z.number(),
  peak: z.number(),
});
const peerSchema = z.object({ rows: z.int(), milliseconds: z.number(), peak: z.number() });

const mib = (bytes: number): number => Math.round(bytes / 2 ** 20);
const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;
const rate = (rows: number, milliseconds: number): number => Math.round((rows / milliseconds) * 1000);

/** An event log as other tools write it: ten events a trace, seven attributes an event. */
function* xes(size: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" ?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n';
  for (let trace = 0; trace < size / 10; trace++) {
    let text = `\t<trace>\n\t\t<string key="concept:name" value="case ${trace}"/>\n\t\t<string key="segment" value="s${trace % 5}"/>\n`;
    for (let event = 0; event < 10; event++) {
      // Close enough for ten million to be over: what is dated in the future is set aside.
      const at = new Date(1_400_000_000_000 + (trace * 10 + event) * 20_000).toISOString();
      text += `\t\t<event>
\t\t\t<string key="org:resource" value="Resource${(trace * 7 + event) % 48}"/>
\t\t\t<date key="time:timestamp" value="${at}"/>
\t\t\t<string key="concept:name" value="Activity ${(trace * 3 + event * event) % 27}"/>
\t\t\t<string key="lifecycle:transition" value="complete"/>
\t\t\t<string key="org:group" value="Group ${trace % 9}"/>
\t\t\t<string key="concept:instance" value="task-${trace * 10 + event}"/>
\t\t\t<float key="cost" value="${(trace % 100) / 4}"/>
\t\t</event>\n`;
    }
    yield `${text}\t</trace>\n`;
  }
  yield '</log>\n';
}

const xesOf = (size: number): Promise<string> =>
  cached(`events-${size}.xes.gz`, (path) =>
    pipeline(Readable.from(xes(size)), createGzip({ level: 4 }), createWriteStream(path)),
  );

const inOwnProcess = promisify(execFile);

async function inEmptyFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-import-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const lastLine = (text: string): unknown => JSON.parse(text.trim().split('\n').at(-1) ?? '');

function imported(path: string, mapping: object) {
  return inEmptyFolder(async (folder) => {
    const told = JSON.stringify({ folder, importId: 'bench', path, mapping });
    const { stdout } = await inOwnProcess(process.execPath, [here('../../testing/import-child.ts'), told]);
    const { result, milliseconds, peak } = importedSchema.parse(lastLine(stdout));
    const { read, kept } = result.value.record.balance;
    return {
      events: read,
      kept,
      seconds: seconds(milliseconds),
      eventsPerSecond: rate(read, milliseconds),
      peakMiB: mib(peak),
    };
  });
}

function peer(path: string) {
  return inEmptyFolder(async (folder) => {
    const { stdout } = await inOwnProcess(process.execPath, [here('./_import-peer.ts'), path, folder]);
    const { rows, milliseconds, peak } = peerSchema.parse(lastLine(stdout));
    return {
      events: rows,
      seconds: seconds(milliseconds),
      eventsPerSecond: rate(rows, milliseconds),
      peakMiB: mib(peak),
    };
  });
}

/**
 * Import of a CSV of `size` simulated events (10 million unless told) to lived journeys: every column of use, and only what a
 * log needs; beside it the engine's raw INSERT of the same file, in the same run. And of a log in XES.gz at two sizes, the
 * second four times the first, whose memory must not follow. Each in a process of its own; `peakMiB` is the most memory the whole process has had.
 */
export async function run({ size = 10_000_000 }: { size?: number } = {}): Promise<unknown> {
  const csv = await csvOf(size);
  const raw = await peer(csv);
  const full = await imported(csv, csvMapping);
  const log = await imported(csv, logMapping);
  const small = await xesOf(Math.ceil(size / 10));
  const large = await xesOf(Math.ceil((size * 2) / 5));
  return {
    file: { bytes: (await stat(csv)).size },
    limit: { eventsPerSecond: 400_000, peakMiB: 1536 },
    csv: full,
    csvAsLog: log,
    peer: raw,
    timesThePeer: {
      csv: Math.round((full.seconds / raw.seconds) * 100) / 100,
      csvAsLog: Math.round((log.seconds / raw.seconds) * 100) / 100,
    },
    xes: {
      limit: { eventsPerSecond: 60_000 },
      small: await imported(small, xesMapping),
      large: await imported(large, xesMapping),
    },
  };
}
