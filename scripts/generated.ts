import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Regenerates the relational migrations in a copy: a table changed without its migration shows up as a new file. */
const folder = 'platform/postgres/migrations';
const work = mkdtempSync(join('.cache', 'migrations-'));
try {
  cpSync(folder, work, { recursive: true });
  const before = new Set(readdirSync(work));
  const { status, stdout, stderr } = spawnSync(
    'node',
    [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      '--dialect',
      'postgresql',
      '--schema',
      './platform/postgres/tables/*.ts',
      '--out',
      work,
      '--name',
      'missing',
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const added = readdirSync(work).filter((name) => !before.has(name));
  if (added.length > 0) {
    console.error('A table changed without its migration; see platform/postgres/README.md. Missing:');
    for (const name of added) console.error(readFileSync(join(work, name), 'utf8'));
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
