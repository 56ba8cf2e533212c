import { asciiText, trimmedEnd, trimmedStart } from './cells.ts';
import type { TimeFormat } from './time-format.ts';
import { type LocalMoment, Zone } from './zone.ts';

/** What became of the value read last. */
export type TimeStatus =
  | 'plain'
  /** Kept: the clocks skipped this local time, or it happened twice. */
  | 'skipped'
  | 'repeated'
  /** Not kept. */
  | 'unreadable'
  | 'impossible'
  | 'out-of-range';

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const monthLength = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : (monthLengths[month - 1] ?? 0);

/** Days since 1970-01-01 of a date of the Gregorian calendar (H. Hinnant, "days_from_civil"). */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** What the engine can hold: 1900 to 2299. */
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2300, 0, 1) - 1;

const space = 32;
const comma = 44;
const dot = 46;
const colon = 58;
const isDateSeparator = (code: number): boolean => code === 45 || code === 46 || code === 47;

/**
 * Reads moments of one column, written in one format, as milliseconds since 1970 in UTC. `zone` (IANA) is used for values
 * that say none. A date that no calendar has (2025-02-31) is refused, never rolled over.
 */
export class TimeReader {
  /** What became of the value read last; `NaN` was returned unless plain, skipped or repeated. */
  status: TimeStatus = 'plain';
  /** Whether the value read last said its own zone. */
  zoned = false;
  readonly #format: TimeFormat;
  readonly #zone: Zone | undefined;
  readonly #moment: LocalMoment = { utc: 0, clock: 'plain' };
  /** The value being read: bytes of ASCII between the current place and the end. */
  #bytes: Uint8Array = new Uint8Array(64);
  #at = 0;
  #end = 0;
  readonly #own = new Uint8Array(64);
  /** Of the time of day read last. */
  #possibleTime = true;

  constructor(format: TimeFormat, zone: string) {
    this.#format = format;
    this.#zone = zone === 'UTC' ? undefined : new Zone(zone);
  }

  read(text: string): number {
    // No moment is longer; what is cut off makes it unreadable all the same.
    const length = Math.min(text.length, this.#own.length);
    for (let at = 0; at < length; at++) this.#own[at] = Math.min(text.charCodeAt(at), 255);
    return this.readBytes(this.#own, 0, length);
  }

  /** The same, from UTF-8 where it lies. */
  readBytes(bytes: Uint8Array, start: number, end: number): number {
    this.status = 'plain';
    this.zoned = false;
    this.#bytes = bytes;
    this.#at = bytes[start]! > space ? start : trimmedStart(bytes, start, end);
    this.#end = bytes[end - 1]! > space ? end : trimmedEnd(bytes, this.#at, end);
    const moment = this.#read();
    if (moment >= earliest && moment <= latest) return moment;
    if (!Number.isNaN(moment)) this.status = 'out-of-range';
    return Number.NaN;
  }

  #read(): number {
    if (this.#format === 'iso') return this.#iso();
    if (this.#format === 'day-first' || this.#format === 'month-first') return this.#slashed();
    const text = asciiText(this.#bytes, this.#at, this.#end);
    const value = Number(text.replace(',', '.'));
    if (text === '' || !Number.isFinite(value)) return this.#refuse('unreadable');
    this.zoned = this.#format !== 'excel';
    if (this.#format === 'epoch-ms') return Math.round(value);
    if (this.#format === 'epoch-s') return Math.round(value * 1000);
    return this.#fromLocal(Math.round((value - 25_569) * 86_400_000));
  }

  #iso(): number {
    const start = this.#at;
    const year = this.#number(4);
    if (this.#at - start !== 4) return this.#refuse('unreadable');
    let month: number;
    let day: number;
    const separator = this.#code();
    if (isDateSeparator(separator)) {
      this.#at++;
      month = this.#number(2);
      if (this.#code() !== separator) return this.#refuse('unreadable');
      this.#at++;
      day = this.#number(2);
    } else {
      month = this.#number(2);
      day = this.#number(2);
      if (this.#at - start !== 8) return this.#refuse('unreadable');
    }
    return this.#withTime(year, month, day);
  }

  #slashed(): number {
    const first = this.#number(2);
    const separator = this.#code();
    if (!isDateSeparator(separator)) return this.#refuse('unreadable');
    this.#at++;
    const second = this.#number(2);
    if (this.#code() !== separator) return this.#refuse('unreadable');
    this.#at++;
    const start = this.#at;
    let year = this.#number(4);
    const digits = this.#at - start;
    if (digits === 2) year += year < 70 ? 2000 : 1900;
    else if (digits !== 4) return this.#refuse('unreadable');
    return this.#format === 'day-first'
      ? this.#withTime(year, second, first)
      : this.#withTime(year, first, second);
  }

  /** From the end of the date on: nothing, or a time of day, a fraction, am/pm, a zone. */
  #withTime(year: number, month: number, day: number): number {
    if (year < 0 || month < 0 || day < 0) return this.#refuse('unreadable');
    const midnight = daysOf(year, month, day) * 86_400_000;
    let possible = month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
    if (this.#at === this.#end) return possible ? this.#fromLocal(midnight) : this.#refuse('impossible');
    if (this.#code() === comma) this.#at++;
    const gap = this.#code();
    // `T`, `t`, a space, or the digits of 20250304101112.
    if (gap !== 84 && gap !== 116 && gap !== space && this.#digit() < 0) return this.#refuse('unreadable');
    if (this.#digit() < 0) this.#at++;
    while (this.#code() === space) this.#at++;
    const time = this.#timeOfDay();
    if (time < 0) return this.#refuse('unreadable');
    possible &&= this.#possibleTime;
    const local = midnight + time;
    if (this.#at === this.#end) return possible ? this.#fromLocal(local) : this.#refuse('impossible');
    const offset = this.#offset();
    if (Number.isNaN(offset)) return this.#refuse('unreadable');
    return possible ? local - offset : this.#refuse('impossible');
  }

  /** Milliseconds since midnight; -1 when there is no time of day. */
  #timeOfDay(): number {
    const start = this.#at;
    let hour = this.#number(2);
    if (hour < 0) return -1;
    let minute = 0;
    let second = 0;
    let fraction = 0;
    let code = this.#code();
    if (code === colon) {
      this.#at++;
      minute = this.#number(2);
      if (minute < 0) return -1;
      if (this.#code() === colon) {
        this.#at++;
        second = this.#number(2);
        if (second < 0) return -1;
      }
    } else if (code === 104 || code === 72) {
      // 10h30, and 10h.
      this.#at++;
      minute = Math.max(0, this.#number(2));
    } else if (this.#at - start === 2 && this.#digit() >= 0) {
      minute = this.#number(2);
      if (this.#digit() >= 0) second = this.#number(2);
    } else if (this.#halfDayAhead() === 0) return -1;
    code = this.#code();
    if (code === dot || code === comma) fraction = this.#fraction();
    hour = this.#halfDay(hour);
    this.#possibleTime =
      (hour <= 23 || (hour === 24 && minute === 0 && second === 0)) && minute <= 59 && second <= 60;
    return hour * 3_600_000 + minute * 60_000 + second * 1000 + fraction;
  }

  /** Milliseconds; digits past the third are cut. */
  #fraction(): number {
    let scale = 100;
    let value = 0;
    this.#at++;
    for (let d = this.#digit(); d >= 0; d = this.#digit()) {
      value += d * scale;
      scale = scale > 1 ? scale / 10 : 0;
      this.#at++;
    }
    return value;
  }

  /** Place after `am`, `pm`, `a.m.`, `PM` …; 0 when none is ahead. */
  #halfDayAhead(): number {
    let at = this.#at;
    if (this.#bytes[at] === space) at++;
    const letter = this.#bytes[at]! | 32;
    if (at >= this.#end || (letter !== 97 && letter !== 112)) return 0;
    if (this.#bytes[++at] === dot) at++;
    if (at >= this.#end || (this.#bytes[at]! | 32) !== 109) return 0;
    at++;
    return at < this.#end && this.#bytes[at] === dot ? at + 1 : at;
  }

  #halfDay(hour: number): number {
    if (this.#at >= this.#end || hour < 1 || hour > 12) return hour;
    const after = this.#halfDayAhead();
    if (after === 0) return hour;
    const at = this.#bytes[this.#at] === space ? this.#at + 1 : this.#at;
    const afternoon = (this.#bytes[at]! | 32) === 112;
    this.#at = after;
    return (hour % 12) + (afternoon ? 12 : 0);
  }

  /** Offset in milliseconds of `Z`, `UTC`, `+01`, `+0100`, `+01:00`; NaN when what is left is something else. */
  #offset(): number {
    while (this.#code() === space) this.#at++;
    const code = this.#code();
    this.zoned = true;
    if (code === 43 || code === 45) {
      this.#at++;
      const hours = this.#number(2);
      if (this.#code() === colon) this.#at++;
      const minutes = this.#digit() >= 0 ? this.#number(2) : 0;
      if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || this.#at !== this.#end) return Number.NaN;
      return (code === 43 ? 1 : -1) * (hours * 60 + minutes) * 60_000;
    }
    if ((code === 90 || code === 122) && this.#at + 1 === this.#end) return 0;
    const word = asciiText(this.#bytes, this.#at, this.#end).toUpperCase();
    return word === 'UTC' || word === 'GMT' ? 0 : Number.NaN;
  }

  #code(): number {
    return this.#at < this.#end ? this.#bytes[this.#at]! : -1;
  }

  /** The digit at the current place, or -1. */
  #digit(): number {
    if (this.#at >= this.#end) return -1;
    const value = this.#bytes[this.#at]! - 48;
    return value >= 0 && value <= 9 ? value : -1;
  }

  /** Up to `most` digits from the current place; -1 when there is none. */
  #number(most: number): number {
    let value = this.#digit();
    if (value < 0) return -1;
    this.#at++;
    for (let count = 1; count < most; count++) {
      const next = this.#digit();
      if (next < 0) break;
      value = value * 10 + next;
      this.#at++;
    }
    return value;
  }

  #fromLocal(local: number): number {
    if (!this.#zone) return local;
    if (!(local >= earliest && local <= latest)) return local;
    const { utc, clock } = this.#zone.toUtc(local, this.#moment);
    this.status = clock;
    return utc;
  }

  #refuse(status: TimeStatus): number {
    this.status = status;
    return Number.NaN;
  }
}
