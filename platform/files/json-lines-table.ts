import { isUtf8 } from 'node:buffer';
import { ProblemError, problem } from '#kit/problem.ts';
import { batchOfRows } from './batch.ts';
import { contentHead, openBytes } from './bytes.ts';
import { GrowingColumns } from './columns.ts';
import { type DetectedEncoding, detectEncoding, headText, Utf8Converter } from './encoding.ts';
import type { Batch, FileRef, ReadOptions, SetAsideRow, Table } from './table.ts';

const headBytes = 1 << 20;
const longest = 4_000_000;

/** A value as a cell: nothing for null, lists as JSON, the rest as written. */
const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Puts the fields of an object in their columns; a nested object gives `outer.inner`. */
function fill(row: string[], columns: GrowingColumns, value: object, prefix: string): void {
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix + key;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      fill(row, columns, inner, `${name}.`);
    else row[columns.place(name)] = cellOf(inner);
  }
}

function parseLine(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Lines = Pick<Batch, 'columns' | 'rows' | 'lines' | 'setAside'>;

/** Turns pieces of UTF-8 into rows; the columns it has met grow. */
class LineReader {
  readonly columns = new GrowingColumns();
  #pending: Buffer = Buffer.alloc(0);
  #line = 0;

  push(piece: Buffer, last: boolean): Lines {
    const bytes = this.#pending.length > 0 ? Buffer.concat([this.#pending, piece]) : piece;
    const end = last ? bytes.length : bytes.lastIndexOf(10) + 1;
    this.#pending = Buffer.from(bytes.subarray(end));
    const body = bytes.subarray(0, end);
    const invalid = !isUtf8(body);
    const lines = body.toString('utf8').split('\n');
    // What comes after the last line end is the beginning of the next piece, or nothing.
    if (!last || lines.at(-1) === '') lines.pop();
    const rows: string[][] = [];
    const numbers: number[] = [];
    const setAside: SetAsideRow[] = [];
    if (this.#pending.length > longest) {
      setAside.push({
        line: this.#line + lines.length + 1,
        reason: 'row-too-long',
        fields: [this.#pending.toString('utf8', 0, 10_000)],
      });
      this.#pending = Buffer.alloc(0);
    }
    for (const line of lines) {
      this.#line++;
      const text = line.trim();
      if (text === '') continue;
      const value = invalid && text.includes('\ufffd') ? undefined : parseLine(text);
      if (!value) {
        const reason = invalid && text.includes('\ufffd') ? 'invalid-bytes' : 'invalid-json';
        setAside.push({ line: this.#line, reason, fields: [text] });
        continue;
      }
      const row: string[] = [];
      fill(row, this.columns, value, '');
      rows.push(row);
      numbers.push(this.#line);
    }
    for (const row of rows) {
      for (let at = 0; at < row.length; at++) row[at] ??= '';
    }
    return { columns: this.columns.columns, rows, lines: numbers, setAside };
  }
}

/** Opens a file with one JSON object per line. Columns are the keys met so far. Throws as `openDelimited` does. */
export async function openJsonLines(file: FileRef, size: number, compressed: boolean): Promise<Table> {
  const { head, whole } = await contentHead(file, compressed, headBytes);
  const { encoding, bom } = detectEncoding(head);
  if (encoding === 'binary') throw new ProblemError(problem('import.not-a-table', { file: file.name }, 415));
  const sample = new LineReader();
  const text = headText(head, encoding, bom);
  if (text.trim() === '') throw new ProblemError(problem('import.empty', { file: file.name }));
  const first = sample.push(Buffer.from(text), whole);
  // A JSON array over several lines may look like objects in lines; it is not.
  if (first.rows.length === 0 || text.trimStart().startsWith('['))
    throw new ProblemError(
      problem('import.not-json-lines', { file: file.name, line: first.setAside[0]?.line ?? 1 }),
    );

  async function* rows(options: ReadOptions = {}): AsyncGenerator<Batch> {
    const bytes = openBytes(file, compressed, options);
    const converter = new Utf8Converter(encoding as Exclude<DetectedEncoding, 'binary'>, bom);
    const reader = new LineReader();
    for (const { name } of sample.columns.columns) reader.columns.place(name);
    const batch = (piece: Buffer, last: boolean): Batch => {
      const { rows, ...rest } = reader.push(piece, last);
      return batchOfRows(rows, { ...rest, bytesRead: bytes.taken() });
    };
    for await (const chunk of bytes.chunks) yield batch(converter.convert(chunk), false);
    yield batch(converter.end(), true);
  }
  return { format: 'json-lines', compressed, columns: first.columns, notes: [], size, rows };
}
