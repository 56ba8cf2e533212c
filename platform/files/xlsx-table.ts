import { ProblemError, problem } from '#kit/problem.ts';
import { batchOfRows } from './batch.ts';
import { readThrough } from './bytes.ts';
import { nameColumns } from './columns.ts';
import type { Batch, FileRef, ReadOptions, SetAsideRow, Table } from './table.ts';
import { openWorkbook, readXml, type Workbook } from './workbook-reader.ts';
import { zipEntries } from './zip-entries.ts';

const day = 86_400_000;
/** Day 0 of spreadsheets; the day that 1900 never had is before all dates anybody keeps. */
const start1900 = Date.UTC(1899, 11, 30);
const start1904 = Date.UTC(1904, 0, 1);
/** Columns a sheet may have (ECMA-376). */
const widest = 16_384;

/** A moment of a spreadsheet as ISO text: the day alone when it has no time. */
function isoOf(serial: number, from1904: boolean): string | null {
  const at = new Date(Math.round((from1904 ? start1904 : start1900) + serial * day));
  if (Number.isNaN(at.getTime()) || serial < 1) return null;
  const text = at.toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19);
}

/** "AB12" → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

type Row = { readonly line: number; readonly cells: string[] };

/**
 * The rows of the first sheet: values as they are kept, dates as ISO text. Of a formula, the value it had when the file was
 * saved; a formula is never read. Cells in error hold nothing.
 */
async function* sheetRows(
  file: FileRef,
  { sheet, strings, dates, from1904 }: Workbook,
  onTaken?: (bytes: number) => void,
): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let dated = false;
  let text = '';
  let inValue = false;
  const cellText = (): string => {
    if (type === 's') return strings[Number(text)] ?? '';
    if (type === 'e') return '';
    if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (type === 'inlineStr' || type === 'str' || text === '') return text;
    return (dated ? isoOf(Number(text), from1904) : null) ?? text;
  };
  const pieces = readXml(
    file,
    sheet,
    {
      open(name, attribute) {
        if (name === 'row') {
          line = Number(attribute('r')) || line + 1;
          cells = [];
          column = -1;
        } else if (name === 'c') {
          const reference = attribute('r');
          column = reference === '' ? column + 1 : columnOf(reference);
          type = attribute('t');
          dated = dates.has(Number(attribute('s') || 0));
          text = '';
        } else if (name === 'v' || name === 't') inValue = true;
      },
      text(piece) {
        if (inValue) text += piece;
      },
      close(name) {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'c' && column >= 0 && column < widest && text !== '') {
          while (cells.length < column) cells.push('');
          cells[column] = cellText();
        } else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
      },
    },
    onTaken,
  );
  for await (const _piece of pieces) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

/**
 * Opens the first sheet of a workbook (XLSX); its first row that holds something names the columns. Null when the archive is
 * no workbook. Throws `import.damaged`, `import.empty`, `import.header-only`, `import.xml-entities`,
 * `import.workbook-too-large`.
 */
export async function openXlsx(file: FileRef, size: number): Promise<Table | null> {
  const workbook = await openWorkbook(file, await zipEntries(file));
  if (!workbook) return null;
  const head: Row[] = [];
  for await (const rows of sheetRows(file, workbook)) {
    head.push(...rows);
    if (head.length > 1) break;
  }
  const [header, first] = head;
  if (!header) throw new ProblemError(problem('import.empty', { file: file.name }));
  if (!first) throw new ProblemError(problem('import.header-only', { file: file.name }));
  const { columns, notes } = nameColumns(header.cells);

  async function* rows({ signal, onBytes }: ReadOptions = {}): AsyncGenerator<Batch> {
    if (onBytes) await readThrough(file.path, onBytes);
    let taken = 0;
    let named = false;
    for await (const found of sheetRows(file, workbook!, (bytes) => {
      taken = bytes;
    })) {
      signal?.throwIfAborted();
      const own = named ? found : found.slice(1);
      named = true;
      const setAside: SetAsideRow[] = [];
      const kept = own.filter(({ line, cells }) => {
        const fits = cells.slice(columns.length).every((cell) => cell === '');
        if (!fits) setAside.push({ line, reason: 'too-many-fields', fields: cells });
        return fits;
      });
      yield batchOfRows(
        kept.map(({ cells }) => columns.map(({ index }) => cells[index] ?? '')),
        { columns, lines: kept.map(({ line }) => line), setAside, bytesRead: taken },
      );
    }
  }
  return { format: 'xlsx', compressed: false, columns, notes, size, rows };
}
