import { isUtf8 } from 'node:buffer';
import { ProblemError, problem } from '#kit/problem.ts';
import type { Cells } from '#kit/table/cells.ts';
import { RecordSplitter, type Records, textRows } from '#kit/table/delimited.ts';
import { guessDialect } from '#kit/table/dialect.ts';
import { batchOfCells } from './batch.ts';
import { contentHead, openBytes } from './bytes.ts';
import { nameColumns } from './columns.ts';
import { detectEncoding, headText, Utf8Converter } from './encoding.ts';
import type { Batch, Dialect, FileRef, ReadOptions, SetAsideRow, Table } from './table.ts';

const headBytes = 1 << 20;

type Opening = {
  readonly file: FileRef;
  readonly size: number;
  readonly compressed: boolean;
  readonly told?: Partial<Dialect> | undefined;
};

const textOf = (bytes: Uint8Array, start = 0, end = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start, end);

/** Takes the records that are as wide as the header; the others are set aside. */
class RowSieve {
  readonly #width: number;
  #toSkip: number;

  /** `skip`: records before the first row (header, declaration of the delimiter). */
  constructor(width: number, skip: number) {
    this.#width = width;
    this.#toSkip = skip;
  }

  sift(records: Records): { cells: Cells; lines: Float64Array; setAside: SetAsideRow[] } {
    const { bytes, starts, ends, firsts, lines, count } = records;
    const width = this.#width;
    const setAside: SetAsideRow[] = records.broken.map((broken) => ({
      line: broken.line,
      reason: broken.reason,
      fields: [textOf(broken.bytes)],
    }));
    // Everything between two records is ASCII, so bytes that mean nothing are inside one of them.
    const sound = isUtf8(bytes.subarray(0, count > 0 ? ends[firsts[count]! - 1] : 0));
    let kept = 0;
    for (let record = 0; record < count; record++) {
      const first = firsts[record]!;
      if (this.#toSkip > 0) {
        this.#toSkip--;
        continue;
      }
      const size = this.#size(records, record);
      const line = lines[record]!;
      if (size !== width)
        setAside.push({
          line,
          reason: size > width ? 'too-many-fields' : 'too-few-fields',
          fields: this.#fields(records, record),
        });
      else if (!sound && !isUtf8(bytes.subarray(starts[first], ends[first + width - 1])))
        setAside.push({ line, reason: 'invalid-bytes', fields: this.#fields(records, record) });
      else {
        if (kept * width !== first) {
          starts.copyWithin(kept * width, first, first + width);
          ends.copyWithin(kept * width, first, first + width);
        }
        lines[kept] = line;
        kept++;
      }
    }
    return { cells: { bytes, starts, ends, width, count: kept }, lines: lines.subarray(0, kept), setAside };
  }

  /** Cells of a record, but for the empty ones that some programs add at the end. */
  #size({ starts, ends, firsts }: Records, record: number): number {
    const first = firsts[record]!;
    let last = firsts[record + 1]!;
    while (last - first > this.#width && starts[last - 1] === ends[last - 1]) last--;
    return last - first;
  }

  #fields({ bytes, starts, ends, firsts }: Records, record: number): string[] {
    const fields: string[] = [];
    for (let cell = firsts[record]!; cell < firsts[record + 1]!; cell++)
      fields.push(textOf(bytes, starts[cell], ends[cell]));
    return fields;
  }
}

/**
 * Opens a CSV, TSV or otherwise delimited file. Throws `ProblemError`: `import.empty`, `import.header-only`,
 * `import.not-a-table` (bytes that are no text).
 */
export async function openDelimited({ file, size, compressed, told = {} }: Opening): Promise<Table> {
  const { head, whole } = await contentHead(file, compressed, headBytes);
  const detected = detectEncoding(head);
  if (head.length === 0) throw new ProblemError(problem('import.empty', { file: file.name }));
  if (detected.encoding === 'binary' && !told.encoding)
    throw new ProblemError(problem('import.not-a-table', { file: file.name }, 415));
  const encoding = told.encoding ?? (detected.encoding === 'binary' ? 'utf-8' : detected.encoding);
  const bom = told.encoding && told.encoding !== detected.encoding ? 0 : detected.bom;
  const text = headText(head, encoding, bom);
  const guess = guessDialect(text, told);
  const sample = new RecordSplitter(guess).push(Buffer.from(text), whole);
  const names = textRows(sample)[guess.skip];
  const found = sample.count - guess.skip + sample.broken.length;
  if (!names || (found === 1 && names.every((name) => name.trim() === '')))
    throw new ProblemError(problem('import.empty', { file: file.name }));
  if (guess.header && whole && found < 2)
    throw new ProblemError(problem('import.header-only', { file: file.name }));
  const { columns, notes } = nameColumns(guess.header ? names : names.map(() => ''));

  async function* rows(options: ReadOptions = {}): AsyncGenerator<Batch> {
    const bytes = openBytes(file, compressed, options);
    const converter = new Utf8Converter(encoding as Exclude<typeof encoding, 'binary'>, bom);
    const splitter = new RecordSplitter(guess);
    const sieve = new RowSieve(columns.length, guess.skip + (guess.header ? 1 : 0));
    const batch = (piece: Uint8Array, last: boolean): Batch => {
      const { cells, lines, setAside } = sieve.sift(splitter.push(piece, last));
      return batchOfCells(cells, { columns, lines, setAside, bytesRead: bytes.taken() });
    };
    for await (const chunk of bytes.chunks) yield batch(converter.convert(chunk), false);
    yield batch(converter.end(), true);
  }

  return {
    format: 'delimited',
    compressed,
    dialect: {
      delimiter: guess.delimiter,
      quote: guess.quote,
      header: guess.header,
      encoding: encoding === 'ascii' ? 'utf-8' : encoding,
    },
    columns,
    notes,
    size,
    rows,
  };
}
