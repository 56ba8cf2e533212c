import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';

const folder = join(import.meta.dirname, 'migrations');

/** Statements of a migration file: comments on their own line are for people, `;` at the end of a line ends one. */
export const statementsOf = (sql: string): string[] =>
  sql
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

/**
 * Applies the migrations that the database does not know yet, in the order of their numbers. The engine has no
 * transaction around its DDL: every statement is written so that applying it twice does no harm (IF NOT EXISTS).
 * Returns the names applied.
 */
export async function migrateEngine(engine: Pick<Engine, 'command' | 'query'>): Promise<string[]> {
  await engine.command(
    `CREATE TABLE IF NOT EXISTS migration (name String, applied_at DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY name`,
  );
  const known = new Set(
    (await engine.query<{ name: string }>('SELECT name FROM migration')).map((row) => row.name),
  );
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !known.has(name)).sort();
  for (const name of names) {
    for (const statement of statementsOf(await readFile(join(folder, name), 'utf8')))
      await engine.command(statement);
    await engine.command('INSERT INTO migration (name) SELECT {name:String}', { name });
  }
  return names;
}
