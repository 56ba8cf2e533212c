import { describe } from '../../domain/discovery/describe.ts';
import { conclude } from '../../domain/discovery/discover.ts';
import { type EncodedTable, takeRows } from '../../domain/discovery/encoded.ts';
import { prepare } from '../../domain/discovery/prepare.ts';
import { shareTable } from './shared-table.ts';
import type { Ask, Pieces, ThreadData } from './thread-messages.ts';

/**
 * What one thread alone does: it reads the table given, shares the rows that personas are chosen on with the others, and
 * tells what was found. The other threads never load what this needs.
 */
export function prepareTable(
  input: Ask<'prepare'>['input'],
  options: ThreadData['options'],
): {
  answer: Pieces['prepare']['answer'];
  describe(ask: Ask<'describe'>): void;
  conclude(ask: Ask<'conclude'>): Pieces['conclude']['answer'];
} {
  const ready = prepare(input.encoded, input.attributes, input.notes, options);
  if (!ready.ok) {
    const never = () => {
      throw new Error('nothing was prepared');
    };
    return { answer: { problem: ready.problem }, describe: never, conclude: never };
  }
  const prepared = ready.value;
  const sample: EncodedTable = shareTable(takeRows(prepared.table, prepared.sample));
  let described: ReturnType<typeof describe> | null = null;
  return {
    answer: { ks: prepared.ks, sample },
    describe(ask) {
      described = describe(prepared, ask.fitted, ask.checks, input.signatures, input, options);
    },
    conclude: (ask) => conclude(prepared, ask.decision, described, ask.opinion, input, options),
  };
}
