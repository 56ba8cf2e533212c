import { randomUUID } from 'node:crypto';
import { rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ProblemError, problem } from '#kit/problem.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { batchOfRows } from './batch.ts';
import { readThrough } from './bytes.ts';
import type { Batch, Column, FileRef, ReadOptions, Table } from './table.ts';

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', '0': '\0' };

const unescapeCell = (cell: string): string => {
  if (cell === '\\N') return '';
  return cell.includes('\\') ? cell.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char) : cell;
};

/** The engine reads a path as a pattern; a link of our own naming makes it a plain one. */
async function withLink<T>(path: string, use: (link: string) => Promise<T>): Promise<T> {
  const link = join(tmpdir(), `parcours-${randomUUID()}.parquet`);
  await symlink(resolve(path), link);
  try {
    return await use(link);
  } finally {
    await rm(link, { force: true });
  }
}

/** A moment that the file says in UTC is written with its `Z`, so that no zone of the mapping is laid over it. */
const expression = ({ name, type }: { name: string; type: string }): string => {
  const column = `\`${name.replace(/[\\`]/g, '\\$&')}\``;
  return /^(Nullable\()?DateTime(64)?\(.*'UTC'/.test(type)
    ? `replaceOne(toString(${column}), ' ', 'T') || 'Z'`
    : column;
};

const order = { max_threads: 1, input_format_parquet_preserve_order: true };

/**
 * Opens a Parquet file through the engine, which streams it by pieces in the order of the file.
 * Throws `import.not-parquet`, `import.empty`.
 */
export async function openParquet(file: FileRef, size: number, engine: Engine): Promise<Table> {
  type Field = { name: string; type: string };
  const describe = (link: string) =>
    engine.query<Field>(`DESCRIBE TABLE file({path:String}, 'Parquet')`, { path: link });
  const fields = await withLink(file.path, describe).catch(() => {
    throw new ProblemError(problem('import.not-parquet', { file: file.name }));
  });
  if (fields.length === 0) throw new ProblemError(problem('import.empty', { file: file.name }));
  const columns = fields.map(({ name }, index): Column => ({ index, name }));

  async function* rows({ signal, onBytes }: ReadOptions = {}): AsyncGenerator<Batch> {
    if (onBytes) await readThrough(file.path, onBytes);
    const link = join(tmpdir(), `parcours-${randomUUID()}.parquet`);
    await symlink(resolve(file.path), link);
    const [counted] = await engine.query<{ n: number }>(
      `SELECT count() AS n FROM file({path:String}, 'Parquet')`,
      {
        path: link,
      },
    );
    const total = counted?.n ?? 0;
    let record = 0;
    let pending = '';
    const decoder = new TextDecoder();
    const batch = (text: string): Batch => {
      const whole = (pending + text).split('\n');
      pending = whole.pop() ?? '';
      const cut = whole.map((line) => line.split('\t').map(unescapeCell));
      const lines = cut.map(() => ++record);
      const bytesRead = Math.round((size * record) / Math.max(total, 1));
      return batchOfRows(cut, { columns, lines, setAside: [], bytesRead });
    };
    try {
      const sql = `SELECT ${fields.map(expression).join(', ')} FROM file({path:String}, 'Parquet')`;
      const pieces = engine.stream(sql, { path: link }, { settings: order, ...(signal && { signal }) });
      for await (const piece of pieces) {
        signal?.throwIfAborted();
        yield batch(decoder.decode(piece, { stream: true }));
      }
      yield batch('');
    } finally {
      await rm(link, { force: true });
    }
  }
  return { format: 'parquet', compressed: false, columns, notes: [], size, rows };
}
