import { existsSync, readdirSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { basename } from 'node:path';

/**
 * `npm run bench -- NAME [--size N]` (or `--events N`, where events are what is counted) prints JSON: our figure, the peer's or the limit's in the same run, their ratio,
 * and the machine. Without a name it lists what can be measured.
 */
type Bench = { run(options: { size?: number }): Promise<unknown> };

const folder = new URL('./bench/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('_'))
  .map((file) => basename(file, '.ts'));
const [name = ''] = process.argv.slice(2);
const sizeAt = process.argv.findIndex((word) => word === '--size' || word === '--events');
const size = sizeAt > 0 ? Number(process.argv[sizeAt + 1]) : undefined;

if (
  !names.includes(name) ||
  !existsSync(new URL(`${name}.ts`, folder)) ||
  (size !== undefined && !(size > 0))
) {
  console.error(`usage: npm run bench -- NAME [--size N]   with NAME one of: ${names.join(', ')}`);
  process.exit(2);
}

const bench = (await import(new URL(`${name}.ts`, folder).href)) as Bench;
const result = await bench.run(size === undefined ? {} : { size });
const machine = {
  system: `${type()} ${release()} ${arch()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
};
console.log(JSON.stringify({ bench: name, machine, result }, null, 2));
process.exit(0);
