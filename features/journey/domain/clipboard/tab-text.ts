import { neutralCell } from '#kit/table/csv-writer.ts';

/**
 * A block as spreadsheets put it on the clipboard: cells between tabs, rows between line ends, a cell of several lines
 * in quotes with its own quotes doubled.
 */
export function writeTabText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const neutral = neutralCell(text);
    return /["\t\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
  };
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}

/**
 * The rows of such a text; undefined when no tab stands between two cells, hence no block. A quote that never closes is
 * a letter like any other. Cells are trimmed, and given back what `writeTabText` did to what looks like a formula.
 */
export function readTabText(text: string): string[][] | undefined {
  if (!text.includes('\t')) return undefined;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let tabs = 0;
  const ended = text.replace(/(\r\n|\r|\n)$/, '');
  while (at <= ended.length) {
    const quoted = ended[at] === '"' ? quotedCell(ended, at) : undefined;
    const end = quoted?.end ?? nextSeparator(ended, at);
    row.push(plainCell(quoted?.text ?? ended.slice(at, end)));
    const separator = ended[end];
    if (separator === '\t') {
      tabs++;
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (separator === undefined) break;
    at = end + (separator === '\r' && ended[end + 1] === '\n' ? 2 : 1);
  }
  return tabs === 0 ? undefined : rows;
}

const separators = /[\t\r\n]/g;

function nextSeparator(text: string, from: number): number {
  separators.lastIndex = from;
  return separators.exec(text)?.index ?? text.length;
}

/** A cell that begins and ends with a quote; undefined when no closing quote is followed by the end of a cell. */
function quotedCell(text: string, from: number): { readonly text: string; readonly end: number } | undefined {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const next = text[quote + 1];
    if (next !== undefined && next !== '\t' && next !== '\n' && next !== '\r') return undefined;
    return { text: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  }
}

const plainCell = (text: string): string => text.trim().replace(/^'(?=[=+\-@])/, '');
