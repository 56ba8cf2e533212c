import { basename } from 'node:path';
import { unwrap } from '#kit/result.ts';
import { drawRows } from '#kit/statistics/faster-pam.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { Corrections } from '#persona/domain/discovery/attribute.ts';
import { takeRows } from '#persona/domain/discovery/encoded.ts';
import { kMedoids } from '#persona/domain/discovery/second-opinion.ts';
import { readInput } from '#persona/server/discovery/read-table.ts';
import { runDiscovery } from '#persona/server/discovery/run-discovery.ts';
import { openTable } from '#platform/files/open-table.ts';

/** One measured piece of `persona.ts` in a process of its own, so that its memory is its own. Answers on its channel. */
type Order = {
  readonly what: 'discovery' | 'medoids';
  readonly file: string;
  readonly corrections: Corrections;
  readonly rows: number | null;
  readonly k: number;
};

async function measure({ what, file, corrections, rows, k }: Order): Promise<unknown> {
  const started = performance.now();
  const table = unwrap(await openTable({ path: file, name: basename(file) }));
  let input = unwrap(await readInput(table, corrections, { source: basename(file), date: '2026-11-21' }));
  if (rows !== null && rows < input.encoded.table.rows) {
    const kept = drawRows(input.encoded.table.rows, rows, createRandom(1));
    input = { ...input, encoded: { ...input.encoded, table: takeRows(input.encoded.table, kept) } };
  }
  if (what === 'discovery') {
    const { result, labels } = unwrap(await runDiscovery(input, {}));
    return { seconds: (performance.now() - started) / 1000, result, labels: [...labels] };
  }
  const used = input.encoded.table.attributes.flatMap(({ use }, at) => (use ? [at] : []));
  const fitted = {
    rows: input.encoded.table.rows,
    attributes: used.map((at) => input.encoded.table.attributes[at]!),
    columns: used.map((at) => input.encoded.table.columns[at]!),
  };
  const { loss, labels } = kMedoids(fitted, k, 1);
  return { seconds: (performance.now() - started) / 1000, loss, labels: [...labels] };
}

process.once('message', async (order: Order) => {
  const answer = await measure(order);
  const { user, system } = process.cpuUsage();
  process.send?.(
    {
      ...(answer as object),
      cpuSeconds: (user + system) / 1e6,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    () => process.exit(0),
  );
});
