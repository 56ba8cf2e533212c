import { ByteDictionary } from '#kit/table/byte-dictionary.ts';

/** A kind of event: a name on a channel, '' when the source knows no channels. */
export type EventKind = { readonly id: number; readonly name: string; readonly channel: string };

type Part = { readonly start: number; readonly end: number };

const separator = 0xff;

/** Gives each kind of event of a source a number of its own; those known already keep theirs. */
export class EventKinds {
  /** What the engine's UInt16 can number, with room to spare: more names than this are no names of events. */
  static readonly most = 60_000;
  readonly #dictionary = new ByteDictionary(EventKinds.most);
  /** Id of each number of the dictionary. */
  readonly #ids: number[] = [];
  readonly #known: number;
  #next = 1;

  constructor(known: readonly EventKind[]) {
    for (const { id, name, channel } of known) {
      const bytes = Buffer.from(name + channel, 'utf8');
      const border = Buffer.byteLength(name, 'utf8');
      this.#ids[this.#number(bytes, { start: 0, end: border }, { start: border, end: bytes.length })] = id;
      this.#next = Math.max(this.#next, id + 1);
    }
    this.#known = this.#dictionary.size;
  }

  /** -1 when there are too many. */
  id(bytes: Uint8Array, name: Part, channel: Part): number {
    const number = this.#number(bytes, name, channel);
    if (number < this.#ids.length) return number < 0 ? -1 : this.#ids[number]!;
    if (this.#next > EventKinds.most) return -1;
    this.#ids.push(this.#next);
    return this.#next++;
  }

  /** The kinds that were not known. */
  fresh(): EventKind[] {
    return this.#ids.slice(this.#known).map((id, index) => {
      const key = Buffer.from(this.#dictionary.keyOf(this.#known + index));
      const border = key.indexOf(separator);
      return {
        id,
        name: key.toString('utf8', 0, border),
        channel: key.toString('utf8', border + 1),
      };
    });
  }

  #number(bytes: Uint8Array, name: Part, channel: Part): number {
    const dictionary = this.#dictionary;
    dictionary.begin();
    dictionary.append(bytes, name.start, name.end);
    dictionary.separate();
    dictionary.append(bytes, channel.start, channel.end);
    return dictionary.number();
  }
}
