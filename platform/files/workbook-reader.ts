import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ProblemError, problem } from '#kit/problem.ts';
import type { FileRef } from './table.ts';
import { entryBytes, type ZipEntry } from './zip-entries.ts';

/** Hears the parts of one XML file; prefixes of names are taken off. */
export type XmlListener = {
  open?(name: string, attribute: (name: string) => string): void;
  text?(text: string): void;
  close?(name: string): void;
};

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Bytes without a single tag: no spreadsheet writes such a text, and all of it would be held in memory. */
const longestText = 32_000_000;

/** Reads one XML file of a workbook piece by piece. A document type is refused before anything is expanded. */
export async function* readXml(
  file: FileRef,
  entry: ZipEntry,
  listener: XmlListener,
  onTaken?: (bytes: number) => void,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: true });
  const refuse = (code: string): never => {
    throw new ProblemError(problem(code, { file: file.name, line: parser.line }));
  };
  parser.on('doctype', () => refuse('import.xml-entities'));
  parser.on('error', (error) =>
    refuse(/entity/i.test(error.message) ? 'import.xml-entities' : 'import.damaged'),
  );
  const attributeOf =
    (tag: SaxesTagPlain) =>
    (name: string): string => {
      const own = Object.keys(tag.attributes).find((key) => bare(key) === name);
      const value = own === undefined ? undefined : tag.attributes[own];
      return typeof value === 'string' ? value : '';
    };
  let since = 0;
  parser.on('opentag', (tag) => {
    since = 0;
    listener.open?.(bare(tag.name), attributeOf(tag as SaxesTagPlain));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => listener.close?.(bare(tag.name)));
  const decoder = new TextDecoder();
  for await (const piece of entryBytes(file, entry, onTaken)) {
    since += piece.length;
    if (since > longestText) refuse('import.damaged');
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

async function readWhole(file: FileRef, entry: ZipEntry | undefined, listener: XmlListener): Promise<void> {
  if (!entry) return;
  for await (const _piece of readXml(file, entry, listener)) {
    // The listener hears it.
  }
}

export type Workbook = {
  /** Of the first sheet. */
  readonly sheet: ZipEntry;
  readonly strings: readonly string[];
  /** Cell styles that show a date, by their number. */
  readonly dates: ReadonlySet<number>;
  /** Days are counted from 1904, not 1900. */
  readonly from1904: boolean;
};

/** Characters of all texts of a workbook that are held in memory. */
const mostCharacters = 100_000_000;

/** Formats of dates that need not be said (ECMA-376, 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** A format that shows days, months, years or hours, once what is quoted or in brackets is taken out. */
const showsDate = (format: string): boolean => /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** What is needed to read the first sheet; null when the archive is no workbook. Throws `import.damaged`, `import.xml-entities`. */
export async function openWorkbook(
  file: FileRef,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<Workbook | null> {
  const book = entries.get('xl/workbook.xml');
  if (!book) return null;
  let first = '';
  let from1904 = false;
  await readWhole(file, book, {
    open(name, attribute) {
      if (name === 'sheet' && first === '' && attribute('state') !== 'veryHidden') first = attribute('id');
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904'));
    },
  });
  let target = 'worksheets/sheet1.xml';
  await readWhole(file, entries.get('xl/_rels/workbook.xml.rels'), {
    open(name, attribute) {
      if (name === 'Relationship' && attribute('Id') === first) target = attribute('Target');
    },
  });
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const sheet = entries.get(path);
  if (!sheet) throw new ProblemError(problem('import.damaged', { file: file.name }));
  return {
    sheet,
    strings: await stringsOf(file, entries.get('xl/sharedStrings.xml')),
    dates: await datesOf(file, entries.get('xl/styles.xml')),
    from1904,
  };
}

async function stringsOf(file: FileRef, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  // How a word is pronounced stands beside it, and is not the word.
  let spoken = 0;
  let characters = 0;
  await readWhole(file, entry, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken++;
      if (name === 't') inText = true;
    },
    text(piece) {
      if (inText && spoken === 0) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') spoken--;
      if (name !== 'si') return;
      characters += text.length;
      if (characters > mostCharacters)
        throw new ProblemError(problem('import.workbook-too-large', { file: file.name }, 413));
      strings.push(text);
    },
  });
  return strings;
}

async function datesOf(file: FileRef, entry: ZipEntry | undefined): Promise<Set<number>> {
  const formats = new Map<number, boolean>();
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  await readWhole(file, entry, {
    open(name, attribute) {
      if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), showsDate(attribute('formatCode')));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attribute('numFmtId'));
      if (formats.get(format) ?? builtInDates.has(format)) dates.add(style);
      style++;
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}
