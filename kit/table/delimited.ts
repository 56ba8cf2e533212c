/** What the splitter needs of a dialect. */
export type Separators = {
  /** One character or more. */
  readonly delimiter: string;
  readonly quote: '"' | "'" | '';
  /** `\r` only for files of old Macintoshes; `\n` also reads `\r\n`. */
  readonly newline: '\n' | '\r';
};

/**
 * Records of one piece of text. Cell i lies in `bytes` from `starts[i]` to `ends[i]`, quotes taken away; record r has the
 * cells from `firsts[r]` up to `firsts[r + 1]`. All of it is overwritten by the next piece.
 */
export type Records = {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly firsts: Int32Array;
  readonly count: number;
  /** Line (from 1) on which each record starts. */
  readonly lines: Float64Array;
  readonly broken: readonly BrokenRecord[];
};

/** A record that cannot be cut into cells; its text as written lies in `bytes` from `start` to `end`. */
export type BrokenRecord = {
  readonly line: number;
  readonly reason: 'unterminated-quote' | 'row-too-long';
  readonly bytes: Uint8Array;
};

const shownBytes = 10_000;
const carriageReturn = 13;

/** Typed arrays that grow as cells come, and serve for one piece after the other. */
class Places {
  starts: Int32Array;
  ends: Int32Array;
  firsts: Int32Array;
  lines: Float64Array;
  cells = 0;
  records = 0;

  constructor(cells: number, records: number) {
    this.starts = new Int32Array(cells);
    this.ends = new Int32Array(cells);
    this.firsts = new Int32Array(records + 1);
    this.lines = new Float64Array(records);
  }

  growCells(): void {
    const size = this.starts.length * 2;
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }

  growRecords(): void {
    const size = this.lines.length * 2;
    const firsts = new Int32Array(size + 1);
    const lines = new Float64Array(size);
    firsts.set(this.firsts);
    lines.set(this.lines);
    this.firsts = firsts;
    this.lines = lines;
  }
}

/**
 * Cuts UTF-8 text that arrives in pieces into records and cells. Follows RFC 4180, and forgives what files really hold: a
 * quote inside an unquoted cell is a character like any other, blank lines are no records.
 *
 * A quote that never closes would swallow the file. So when a quoted cell goes past `limit` bytes, past the end of the
 * file, or is followed by something other than a delimiter, only its first line is set aside and reading goes on with the
 * next line. Memory is bounded by `limit` and the size of a piece, and nothing is allocated from piece to piece: what `push`
 * gives is good until the next `push`.
 */
export class RecordSplitter {
  readonly #delimiter: Uint8Array;
  readonly #quote: number;
  readonly #newline: number;
  readonly #limit: number;
  /** What is left of the piece before, then the piece. Doubled quotes are undoubled in place. */
  #text: Uint8Array = new Uint8Array(1 << 16);
  #pendingFrom = 0;
  #pendingTo = 0;
  #line = 1;
  /** Inside a line longer than the limit: drop until its end. */
  #skipping = false;
  readonly #places = new Places(1024, 256);
  #broken: BrokenRecord[] = [];
  /** Of the record at hand: line ends inside quotes, and whether the last quoted cell holds doubled quotes. */
  #newlinesInside = 0;
  #doubledInside = false;

  constructor({ delimiter, quote, newline }: Separators, limit = 4_000_000) {
    this.#delimiter = new TextEncoder().encode(delimiter);
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
    this.#newline = newline.charCodeAt(0);
    this.#limit = limit;
  }

  /** Takes the next piece; `last` says that nothing follows. */
  push(piece: Uint8Array, last: boolean): Records {
    const bytes = this.#join(piece);
    this.#places.cells = 0;
    this.#places.records = 0;
    this.#broken = [];
    let start = 0;
    if (this.#skipping) start = this.#skip(bytes);
    const simple = this.#delimiter.length === 1;
    while (start < bytes.length) {
      if (simple) start = this.#plainRecords(bytes, start);
      if (start === bytes.length) break;
      const next = this.#record(bytes, start, last);
      if (next >= 0) start = next;
      else if (bytes.length - start <= this.#limit) break;
      else start = this.#overflow(bytes, start);
    }
    this.#pendingFrom = Math.min(start, bytes.length);
    this.#pendingTo = bytes.length;
    const { starts, ends, firsts, lines, records } = this.#places;
    return { bytes, starts, ends, firsts, count: records, lines, broken: this.#broken };
  }

  /** Puts the piece behind what is left of the one before. */
  #join(piece: Uint8Array): Uint8Array {
    const pending = this.#pendingTo - this.#pendingFrom;
    const length = pending + piece.length;
    if (length > this.#text.length) {
      const larger = new Uint8Array(Math.max(length, this.#text.length * 2));
      larger.set(this.#text.subarray(this.#pendingFrom, this.#pendingTo));
      this.#text = larger;
    } else this.#text.copyWithin(0, this.#pendingFrom, this.#pendingTo);
    this.#text.set(piece, pending);
    return this.#text.subarray(0, length);
  }

  /** Passes over the rest of a line that was too long. */
  #skip(bytes: Uint8Array): number {
    const end = bytes.indexOf(this.#newline);
    if (end < 0) return bytes.length;
    this.#skipping = false;
    this.#line++;
    return end + 1;
  }

  /** The record that does not end: a quote left open, or a line without end. */
  #overflow(bytes: Uint8Array, start: number): number {
    const end = bytes.indexOf(this.#newline, start);
    if (end >= 0) return this.#setAside(bytes, start, end, 'unterminated-quote');
    this.#setAside(bytes, start, bytes.length, 'row-too-long');
    this.#line--;
    this.#skipping = true;
    return bytes.length;
  }

  #setAside(bytes: Uint8Array, start: number, end: number, reason: BrokenRecord['reason']): number {
    const stop = end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
    const shown = bytes.slice(start, Math.min(stop, start + shownBytes));
    this.#broken.push({ line: this.#line, reason, bytes: shown });
    this.#line++;
    return end + 1;
  }

  /** Sets the first line of a record aside, once it is there to its end. */
  #brokenQuote(bytes: Uint8Array, start: number, last: boolean): number {
    const end = bytes.indexOf(this.#newline, start);
    if (end < 0 && !last) return -1;
    return this.#setAside(bytes, start, end < 0 ? bytes.length : end, 'unterminated-quote');
  }

  /**
   * Takes the records from `start` on as long as they have no quoted cell, which is most of a file, in one loop; gives the
   * place of the first that is left to `#record`. The same rules, with a delimiter of one byte.
   */
  #plainRecords(bytes: Uint8Array, start: number): number {
    const length = bytes.length;
    const delimiter = this.#delimiter[0]!;
    const newline = this.#newline;
    const quote = this.#quote;
    // Most bytes are letters and digits, above both: one comparison passes over them.
    const highest = Math.max(delimiter, newline);
    const places = this.#places;
    let { starts, ends } = places;
    let cell = places.cells;
    let first = cell;
    let from = start;
    let cellStart = start;
    let at = start;
    while (at < length && bytes[cellStart] !== quote) {
      while (at < length && bytes[at]! > highest) at++;
      if (at === length) break;
      const code = bytes[at++]!;
      if (code !== delimiter && code !== newline) continue;
      if (cell === starts.length) {
        places.growCells();
        ({ starts, ends } = places);
      }
      starts[cell] = cellStart;
      ends[cell] = at - 1;
      cell++;
      if (code === newline) {
        if (newline === 10 && at - 1 > cellStart && bytes[at - 2] === carriageReturn) ends[cell - 1] = at - 2;
        if (cell - first === 1 && ends[first] === cellStart) cell = first;
        else {
          if (places.records === places.lines.length) places.growRecords();
          places.lines[places.records++] = this.#line;
          places.firsts[places.records] = cell;
          first = cell;
        }
        this.#line++;
        from = at;
      }
      cellStart = at;
    }
    places.cells = first;
    return from;
  }

  /** Reads the record that starts at `start`; gives the place after it, or -1 when the bytes end inside it. */
  #record(bytes: Uint8Array, start: number, last: boolean): number {
    const length = bytes.length;
    const delimiter = this.#delimiter;
    const delimiter0 = delimiter[0]!;
    const single = delimiter.length === 1;
    const newline = this.#newline;
    const quote = this.#quote;
    const places = this.#places;
    const first = places.cells;
    let cell = first;
    let at = start;
    let code = 0;
    this.#newlinesInside = 0;
    let doubled = false;
    do {
      if (cell === places.starts.length) places.growCells();
      if (at < length && bytes[at] === quote) {
        const close = this.#closingQuote(bytes, at);
        if (close < 0) return last ? this.#brokenQuote(bytes, start, last) : -1;
        if (this.#doubledInside) doubled = true;
        let after = close + 1;
        if (after >= length && !last) return -1;
        code = after < length ? bytes[after]! : newline;
        if (code === carriageReturn && newline === 10) {
          if (after + 1 >= length && !last) return -1;
          if (after + 1 >= length || bytes[after + 1] === 10) {
            after++;
            code = newline;
          }
        }
        places.starts[cell] = at + 1;
        places.ends[cell] = close;
        cell++;
        if (code === newline) at = after + 1;
        else if (code === delimiter0 && after + delimiter.length > length && !last) return -1;
        else if (code === delimiter0 && (single || this.#isDelimiter(bytes, after)))
          at = after + delimiter.length;
        else return this.#brokenQuote(bytes, start, last);
        continue;
      }
      let end = at;
      code = -1;
      while (end < length) {
        code = bytes[end]!;
        if (code === newline || (code === delimiter0 && (single || this.#isDelimiter(bytes, end)))) break;
        end++;
      }
      if (end >= length) {
        if (!last) return -1;
        code = newline;
      }
      places.starts[cell] = at;
      if (code === newline) {
        places.ends[cell] = end > at && newline === 10 && bytes[end - 1] === carriageReturn ? end - 1 : end;
        at = end + 1;
      } else {
        places.ends[cell] = end;
        at = end + delimiter.length;
      }
      cell++;
    } while (code !== newline);
    const blank = cell - first === 1 && places.starts[first] === places.ends[first] && bytes[start] !== quote;
    if (!blank) {
      if (places.records === places.lines.length) places.growRecords();
      if (doubled) this.#undouble(bytes, first, cell);
      places.lines[places.records] = this.#line;
      places.records++;
      places.cells = cell;
      places.firsts[places.records] = cell;
    }
    this.#line += 1 + this.#newlinesInside;
    return at;
  }

  #isDelimiter(bytes: Uint8Array, at: number): boolean {
    const delimiter = this.#delimiter;
    for (let index = 1; index < delimiter.length; index++)
      if (bytes[at + index] !== delimiter[index]) return false;
    return true;
  }

  /** Place of the quote that closes the one at `open`; -1 when there is none. */
  #closingQuote(bytes: Uint8Array, open: number): number {
    const quote = this.#quote;
    const newline = this.#newline;
    const length = bytes.length;
    let newlines = 0;
    this.#doubledInside = false;
    for (let at = open + 1; at < length; at++) {
      const code = bytes[at];
      if (code === newline) newlines++;
      else if (code === quote) {
        if (bytes[at + 1] === quote) {
          this.#doubledInside = true;
          at++;
        } else {
          this.#newlinesInside += newlines;
          return at;
        }
      }
    }
    return -1;
  }

  /** Makes one quote of two in the cells of a record that is known to be whole. */
  #undouble(bytes: Uint8Array, first: number, last: number): void {
    const { starts, ends } = this.#places;
    for (let cell = first; cell < last; cell++) {
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (bytes[start - 1] !== this.#quote) continue;
      let to = start;
      for (let from = start; from < end; from++) {
        const code = bytes[from]!;
        bytes[to++] = code;
        if (code === this.#quote && bytes[from + 1] === this.#quote && from + 1 < end) from++;
      }
      // What is left over must not read as a broken character.
      bytes.fill(32, to, end);
      ends[cell] = to;
    }
  }
}

/** The rows of records as text: for heads of files, and for tests. */
export function textRows({ bytes, starts, ends, firsts, count }: Records): string[][] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Array.from({ length: count }, (_, record) => {
    const row: string[] = [];
    for (let cell = firsts[record]!; cell < firsts[record + 1]!; cell++)
      row.push(decoder.decode(bytes.subarray(starts[cell], ends[cell])));
    return row;
  });
}
