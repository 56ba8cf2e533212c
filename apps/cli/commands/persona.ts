import { basename, resolve } from 'node:path';
import { ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Corrections } from '#persona/domain/discovery/attribute.ts';
import type { DiscoveryResult } from '#persona/domain/discovery/result.ts';
import { encodeTable, guessTable } from '#persona/server/discovery/read-table.ts';
import { runDiscovery } from '#persona/server/discovery/run-discovery.ts';
import { discovery as english } from '#persona/web/messages/discovery-en.ts';
import { discovery as french } from '#persona/web/messages/discovery-fr.ts';
import { openTable } from '#platform/files/open-table.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { untilInterrupted } from '../interrupt.ts';
import type { Output } from '../output.ts';

export type PersonaDiscoverOptions = {
  /** Columns left out: identifiers, answers known only afterwards. */
  readonly leaveOut?: readonly string[];
  readonly bootstraps?: number;
  readonly seed?: number;
};

/** Why that number of personas, in the words of the page. */
const reasons = { en: english.discoveryReason, fr: french.discoveryReason } as const;

/** Personas proposed from a table of customers; the file is read, nothing is kept. */
export async function personaDiscover(
  output: Output,
  file: string,
  options: PersonaDiscoverOptions,
): Promise<void> {
  const found = await discoverFile(output, { path: resolve(file), name: basename(file) }, options);
  if (!found.ok) return output.refuse(found.problem);
  const { say, format, locale } = output;
  const result = found.value;
  output.answer(result, () => [
    say(result.personas.length === 0 ? 'persona.none' : 'persona.found', {
      k: result.personas.length,
      reason: reasons[locale][result.reason],
    }),
    ...result.personas.map(({ key, size, stability }) =>
      say('persona.group', {
        key,
        share: format.share(size.share),
        low: format.share(size.low),
        high: format.share(size.high),
        n: format.integer(size.count),
        stability: format.fixed(stability, 2),
      }),
    ),
    // What was left out of the table, and what to beware of: an answer without it would be believed too readily.
    ...result.notes.map((note) => `- ${problemSentence(note, locale)}`),
  ]);
}

async function discoverFile(
  output: Output,
  file: { readonly path: string; readonly name: string },
  { leaveOut = [], bootstraps, seed }: PersonaDiscoverOptions,
): Promise<Result<DiscoveryResult>> {
  const table = await openTable(file);
  if (!table.ok) return table;
  const signal = untilInterrupted();
  const corrections: Corrections = Object.fromEntries(leaveOut.map((column) => [column, { use: false }]));
  try {
    const guessed = await guessTable(table.value, corrections, signal);
    if (!guessed.ok) return guessed;
    const absent = leaveOut.find((column) => !guessed.value.names.includes(column));
    if (absent !== undefined)
      return fail(
        problem('persona.discovery.no-such-column', {
          column: absent,
          columns: guessed.value.names.join(', '),
        }),
      );
    const date = new Date().toISOString().slice(0, 10);
    const input = await encodeTable(table.value, guessed.value, { source: file.name, date }, signal);
    const discovery = await runDiscovery(
      input,
      { ...(bootstraps === undefined ? {} : { bootstraps }), ...(seed === undefined ? {} : { seed }) },
      {
        signal,
        onProgress: ({ stage, done, total }) => output.progress(`${stage} ${done}/${total}`),
      },
    );
    return discovery.ok ? ok(discovery.value.result) : discovery;
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
}
