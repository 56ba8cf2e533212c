import { guessColumn, missingWords } from './column-guess.ts';
import { RecordSplitter, type Separators, textRows } from './delimited.ts';

export type DialectGuess = Separators & {
  readonly header: boolean;
  /** Lines before the table: 1 when a spreadsheet wrote `sep=;` first. */
  readonly skip: 0 | 1;
};

const candidates = ['\t', ';', '|', ',', '~', '^', ' '] as const;
/** Characters the separators are guessed from: more of the head would say the same, at a cost of eight splittings. */
const enough = 1 << 17;
const declared = /^"?sep=(.)"?\r?\n/i;
const decimalComma = /^\s*[-+]?[\d\s\u00a0\u202f]+,\d+\s*%?$/;

function split(text: string, separators: Separators): { rows: string[][]; broken: number } {
  const records = new RecordSplitter(separators).push(new TextEncoder().encode(text), false);
  return { rows: textRows(records), broken: records.broken.length };
}

/** How table-like the head is with these separators: share of records of one width, less what looks glued together. */
function score(head: string, separators: Separators): number {
  const { rows, broken } = split(head, separators);
  if (rows.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width = 1, count = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  if (width < 2) return 0;
  let glued = 0;
  let cells = 0;
  for (const row of rows.slice(0, 200)) {
    for (const cell of row) {
      cells++;
      const other = candidates.slice(0, 4).some((c) => c !== separators.delimiter && cell.includes(c));
      if (other && !decimalComma.test(cell)) glued++;
    }
  }
  return (count / (rows.length + broken)) * (1 - glued / cells);
}

function guessSeparators(head: string, newline: '\n' | '\r'): Separators {
  const boundary = (quote: string): number => {
    const opening = new RegExp(`(^|[\\t;|,\\n\\r])${quote}`, 'g');
    const closing = new RegExp(`${quote}([\\t;|,\\r\\n]|$)`, 'g');
    return Math.min(head.match(opening)?.length ?? 0, head.match(closing)?.length ?? 0);
  };
  const quote = boundary("'") > 2 && boundary('"') === 0 ? "'" : '"';
  let best: Separators = { delimiter: ',', quote, newline };
  let most = 0;
  for (const delimiter of candidates) {
    const separators: Separators = { delimiter, quote, newline };
    const found = score(head, separators) * (delimiter === ' ' ? 0.5 : 1);
    if (found > most + 0.001) {
      best = separators;
      most = found;
    }
  }
  return best;
}

/** Is the first row names rather than values? */
export function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows;
  if (rest.length === 0) return first.every((cell) => guessColumn('', [cell]).kind === 'text');
  let repeated = 0;
  let valued = 0;
  first.forEach((cell, index) => {
    const below = rest.map((row) => row[index] ?? '');
    const value = cell.trim();
    if (value === '') return;
    const kind = guessColumn('', [cell]).kind;
    if (kind === 'time' || (kind === 'number' && !/^(19|20)\d\d$/.test(value))) valued++;
    else if (below.includes(cell) && !missingWords.some((word) => word === value)) repeated++;
  });
  return valued === 0 && repeated * 2 < first.length;
}

/** Detects from the head of a text how the table in it is written. What the person has told is taken as it is. */
export function guessDialect(
  head: string,
  told: { readonly delimiter?: string; readonly quote?: Separators['quote']; readonly header?: boolean } = {},
): DialectGuess {
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const declaration = declared.exec(head);
  const text = declaration ? head.slice(declaration[0].length) : head;
  const first = text.slice(0, Math.max(enough, text.indexOf(newline) + 1));
  // A head without a single line end is one whole record: end it, so that it is seen.
  const guessed = guessSeparators(first.includes(newline) ? first : `${text}${newline}`, newline);
  const separators: Separators = {
    delimiter: told.delimiter ?? declaration?.[1] ?? guessed.delimiter,
    quote: told.quote ?? guessed.quote,
    newline,
  };
  const { rows } = split(first.endsWith(newline) ? first : `${first}${newline}`, separators);
  return {
    ...separators,
    header: told.header ?? guessHeader(rows.slice(0, 200)),
    skip: declaration ? 1 : 0,
  };
}
