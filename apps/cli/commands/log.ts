import { basename, resolve } from 'node:path';
import { logStatsOfFile } from '#measure/server/log-stats-of-file.ts';
import { progressLine } from '../follow-import.ts';
import { untilInterrupted } from '../interrupt.ts';
import type { Output } from '../output.ts';

export type LogStatsOptions = {
  readonly customer?: string;
  readonly at?: string;
  readonly event?: string;
  readonly zone?: string;
};

/** What a file of events holds; the file is read as an import reads it, and nothing is kept. */
export async function logStats(output: Output, file: string, options: LogStatsOptions): Promise<void> {
  const stats = await logStatsOfFile({
    ...options,
    file: { path: resolve(file), name: basename(file) },
    signal: untilInterrupted(),
    onProgress: (progress) => output.progress(progressLine(output, progress)),
  });
  if (!stats.ok) return output.refuse(stats.problem);
  const { say, format } = output;
  const { customers, events, eventNames, variants, ties, first, last, setAside, columns } = stats.value;
  output.answer(stats.value, () => [
    say('stats.customers', { value: format.integer(customers) }),
    say('stats.events', { value: format.integer(events) }),
    say('stats.eventNames', { value: format.integer(eventNames) }),
    say('stats.variants', { value: format.integer(variants) }),
    say('stats.ties', { events: format.integer(ties.events), share: format.share(ties.share) }),
    say('stats.period', { first: first ?? '–', last: last ?? '–' }),
    say('stats.setAside', { value: format.integer(setAside) }),
    say('stats.columns', { ...columns }),
  ]);
}
