import { type SaxesAttributeNS, SaxesParser, type SaxesTagPlain } from 'saxes';
import { ProblemError, problem } from '#kit/problem.ts';
import { GrowingColumns } from './columns.ts';

const attributeTags: ReadonlySet<string> = new Set([
  'string',
  'date',
  'int',
  'float',
  'boolean',
  'id',
  'list',
  'container',
]);

/** Events of one trace held back until the trace ends, because its attributes may follow them. */
const heldEvents = 50_000;

type Text = string | SaxesAttributeNS | undefined;
const textOf = (value: Text): string => (typeof value === 'string' ? value : (value?.value ?? ''));

/**
 * Turns the XML of an event log (IEEE 1849 XES) into rows, one per event: its attributes under their keys, those of its
 * trace under `case:` and their key, nested ones as `outer.inner`. What the log says of itself (extensions, globals,
 * classifiers) is passed over. Entities are refused before any is expanded.
 */
export class XesReader {
  readonly columns = new GrowingColumns();
  rows: string[][] = [];
  lines: number[] = [];
  readonly #parser: SaxesParser;
  readonly #file: string;
  #depth = 0;
  /** `global` and `log` attributes say nothing of events. */
  #ignoredDepth = 0;
  #inTrace = false;
  #event: string[] | undefined;
  readonly #names: string[] = [];
  #trace: [place: number, value: string][] = [];
  #held: { row: string[]; line: number }[] = [];

  constructor(file: string) {
    this.#file = file;
    this.#parser = new SaxesParser({ position: true });
    this.#parser.on('doctype', () => this.#refuse('import.xml-entities'));
    this.#parser.on('error', (error) => this.#fault(error));
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', (tag) => this.#close(tag.name));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
    this.#release();
  }

  /** Rows completed since the last call, each as wide as it needs. */
  take(): { rows: string[][]; lines: number[] } {
    const { rows, lines } = this;
    this.rows = [];
    this.lines = [];
    return { rows, lines };
  }

  #refuse(code: string): never {
    throw new ProblemError(problem(code, { file: this.#file, line: this.#parser.line }));
  }

  #fault(error: Error): never {
    this.#refuse(/entity/i.test(error.message) ? 'import.xml-entities' : 'import.not-xes');
  }

  #open(tag: SaxesTagPlain): void {
    const { name } = tag;
    this.#depth++;
    if (this.#depth === 1) {
      if (name.replace(/^.*:/, '') !== 'log') this.#refuse('import.not-xes');
      return;
    }
    if (this.#ignoredDepth > 0) return;
    if (name === 'trace') {
      this.#inTrace = true;
      this.#trace = [];
    } else if (name === 'event') this.#event = [];
    else if (attributeTags.has(name) && (this.#event || this.#inTrace)) this.#attribute(tag);
    else if (name !== 'values') this.#ignoredDepth = this.#depth;
  }

  #attribute(tag: SaxesTagPlain): void {
    const key = textOf(tag.attributes.key);
    this.#names.push(key);
    const value = textOf(tag.attributes.value);
    if (value === '') return;
    const name = this.#names.length === 1 ? key : this.#names.join('.');
    if (this.#event) this.#event[this.columns.place(name)] = value;
    else this.#trace.push([this.columns.place(`case:${name}`), value]);
  }

  #close(name: string): void {
    const depth = this.#depth--;
    if (this.#ignoredDepth > 0) {
      if (this.#ignoredDepth === depth) this.#ignoredDepth = 0;
      return;
    }
    if (attributeTags.has(name)) this.#names.pop();
    else if (name === 'event' && this.#event) {
      this.#held.push({ row: this.#event, line: this.#parser.line });
      this.#event = undefined;
      if (!this.#inTrace || this.#held.length >= heldEvents) this.#release();
    } else if (name === 'trace') {
      this.#release();
      this.#inTrace = false;
      this.#trace = [];
    }
  }

  #release(): void {
    for (const { row, line } of this.#held) {
      for (const [place, value] of this.#trace) row[place] = value;
      for (let at = 0; at < row.length; at++) row[at] ??= '';
      this.rows.push(row);
      this.lines.push(line);
    }
    this.#held = [];
  }
}
