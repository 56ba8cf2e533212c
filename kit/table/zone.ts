/** Offset of a zone over a stretch of UTC time: `[from, to)`, all in milliseconds. */
type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

/** Local time said to UTC; `skipped` by the clocks in spring, or `repeated` in autumn. */
export type LocalMoment = { utc: number; clock: 'plain' | 'skipped' | 'repeated' };

const day = 86_400_000;

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Converts local times of one IANA zone to UTC. A time that the clocks skipped is read with the offset before the change
 * (02:30 becomes 03:30); of a time that happened twice, the first is meant.
 */
export class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly Stretch[]>();
  #last: Stretch = { from: 0, to: 0, offset: 0 };

  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** `local` is the reading of the clock counted as if it were UTC. Writes into `into`, so that millions cost nothing. */
  toUtc(local: number, into: LocalMoment): LocalMoment {
    const { from, to, offset } = this.#last;
    if (local - offset >= from + day && local - offset < to - day) {
      into.utc = local - offset;
      into.clock = 'plain';
      return into;
    }
    const stretches = this.#around(local);
    const fitting = stretches.filter((s) => local - s.offset >= s.from && local - s.offset < s.to);
    const first = fitting[0];
    if (first) {
      this.#last = first;
      into.utc = local - first.offset;
      into.clock = fitting.length > 1 ? 'repeated' : 'plain';
      return into;
    }
    const before = stretches.findLast((s) => local - s.offset >= s.to);
    into.utc = local - (before?.offset ?? 0);
    into.clock = 'skipped';
    return into;
  }

  #around(local: number): Stretch[] {
    const year = new Date(local).getUTCFullYear();
    const all = [year - 1, year, year + 1].flatMap((y) => this.#stretchesOf(y));
    return all.reduce<Stretch[]>((joined, next) => {
      const previous = joined.at(-1);
      if (previous && previous.offset === next.offset)
        joined[joined.length - 1] = { ...previous, to: next.to };
      else joined.push(next);
      return joined;
    }, []);
  }

  #stretchesOf(year: number): readonly Stretch[] {
    const known = this.#years.get(year);
    if (known) return known;
    const start = Date.UTC(year, 0, 1);
    const end = Date.UTC(year + 1, 0, 1);
    const stretches: Stretch[] = [];
    let from = start;
    let offset = this.#offsetAt(start);
    for (let at = start; at < end; at += day) {
      const next = this.#offsetAt(Math.min(at + day, end - 1));
      if (next === offset) continue;
      const change = this.#changeBetween(at, Math.min(at + day, end - 1), offset);
      stretches.push({ from, to: change, offset });
      from = change;
      offset = next;
    }
    stretches.push({ from, to: end, offset });
    this.#years.set(year, stretches);
    return stretches;
  }

  /** First millisecond in `(low, high]` whose offset is no longer `offset`. */
  #changeBetween(low: number, high: number, offset: number): number {
    let before = low;
    let after = high;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.#offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    return after;
  }

  #offsetAt(utc: number): number {
    const part: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(utc)) part[type] = value;
    const n = (name: string): number => Number(part[name]);
    const local = Date.UTC(n('year'), n('month') - 1, n('day'), n('hour'), n('minute'), n('second'));
    return local - Math.floor(utc / 1000) * 1000;
  }
}
