import { StringDecoder } from 'node:string_decoder';
import { ProblemError, problem } from '#kit/problem.ts';
import { batchOfRows } from './batch.ts';
import { contentHead, openBytes } from './bytes.ts';
import { type DetectedEncoding, detectEncoding, headText, Utf8Converter } from './encoding.ts';
import type { Batch, FileRef, ReadOptions, Table } from './table.ts';
import { XesReader } from './xes-reader.ts';

const headBytes = 1 << 20;

/** The encoding the XML declaration names, else what the bytes show. */
function encodingOf(head: Buffer): { encoding: Exclude<DetectedEncoding, 'binary'>; bom: number } {
  const { encoding, bom } = detectEncoding(head);
  if (encoding === 'binary') return { encoding: 'utf-8', bom };
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    head.subarray(0, 200).toString('latin1'),
  )?.[1];
  if (!declared || bom > 0) return { encoding, bom };
  const name = declared.toLowerCase();
  if (name === 'iso-8859-15') return { encoding: 'iso-8859-15', bom };
  if (['iso-8859-1', 'latin1', 'windows-1252'].includes(name)) return { encoding: 'windows-1252', bom };
  return { encoding: encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'utf-8', bom };
}

/**
 * Opens an event log in XES. Throws `import.not-xes` (not XML, or XML that is no event log; with the line),
 * `import.xml-entities` (a document type or an entity, the door of entity bombs), `import.empty`, `import.header-only`
 * (a log without events).
 */
export async function openXes(file: FileRef, size: number, compressed: boolean): Promise<Table> {
  const { head, whole } = await contentHead(file, compressed, headBytes);
  if (head.length === 0) throw new ProblemError(problem('import.empty', { file: file.name }));
  const { encoding, bom } = encodingOf(head);
  const text = headText(head, encoding, bom);
  const start = text.search(/\S/);
  if (text[start] !== '<') {
    const line = text.slice(0, Math.max(start, 0)).split('\n').length;
    throw new ProblemError(problem('import.not-xes', { file: file.name, line }));
  }
  const sample = new XesReader(file.name);
  sample.write(text);
  if (whole) sample.end();
  if (whole && sample.take().rows.length === 0)
    throw new ProblemError(problem('import.header-only', { file: file.name }));
  const known = sample.columns.columns;

  async function* rows(options: ReadOptions = {}): AsyncGenerator<Batch> {
    const bytes = openBytes(file, compressed, options);
    const converter = new Utf8Converter(encoding, bom);
    const characters = new StringDecoder('utf8');
    const reader = new XesReader(file.name);
    for (const { name } of known) reader.columns.place(name);
    const batch = (): Batch => {
      const { rows, lines } = reader.take();
      const { columns } = reader.columns;
      return batchOfRows(rows, { columns, lines, setAside: [], bytesRead: bytes.taken() });
    };
    for await (const chunk of bytes.chunks) {
      reader.write(characters.write(converter.convert(chunk)));
      yield batch();
    }
    reader.write(characters.end(converter.end()));
    reader.end();
    yield batch();
  }
  return { format: 'xes', compressed, columns: known, notes: [], size, rows };
}
