import type { Locale } from '#kit/locale.ts';

/**
 * Numbers, shares, durations and dates as a reader of one language writes them. Pure. No space inside a figure breaks:
 * narrow (U+202F) between thousands and before %, wide (U+00A0) before a unit, where a narrow one would read "3min" at
 * small sizes. The minus is U+2212.
 */
export type Format = {
  /** 12480 → "12 480" / "12,480". */
  integer(value: number): string;
  /** At most `digits` decimals (1 unless told), none when they are zero: 3.94 → "3,9". */
  decimal(value: number, digits?: number): string;
  /** Exactly `digits` decimals, for columns of figures that are compared: 4 → "4,0". */
  fixed(value: number, digits?: number): string;
  /** With its sign always told: 14 → "+14", −31 → "−31". */
  signed(value: number, digits?: number): string;
  /** A share in 0…1: 0.18 → "18 %", 0.061 → "6,1 %". Says 0 % or 100 % only of exactly none or all. */
  share(value: number): string;
  /** A share in 0…1 as people: 0.18 → "18 sur 100", 0.004 → "4 sur 1 000". */
  outOf(value: number): string;
  /** Milliseconds, short: "8,6 j", "3 min", "2 ans"; at most `digits` decimals (one under ten and none above unless told). */
  duration(milliseconds: number, digits?: number): string;
  /** Milliseconds, in words: "8,6 jours", "3 minutes". */
  durationInWords(milliseconds: number): string;
  /** A duration as someone wrote it: (9, 'day') → "9 jours", (3, 'minute') → "3 min", 0 → "instant". */
  saidDuration(value: number, unit: DurationUnit): string;
  /** "21 nov. 2026". */
  date(at: string | number | Date): string;
  /** "21 nov. 2026, 06:10". */
  moment(at: string | number | Date): string;
  /** "22 nov. 2025 – 21 nov. 2026", in one piece when both days are the same. */
  period(from: string | number | Date, to: string | number | Date): string;
  /** "il y a 3 minutes", "hier"; the date once it is older than a week. `now` is given, so that the answer is sure. */
  ago(at: string | number | Date, now: number): string;
  /** "un, deux et trois". */
  list(parts: readonly string[]): string;
  /** 12400000 → "12,4 Mo" / "12.4 MB" (powers of ten, as file managers say it). */
  bytes(value: number): string;
};

export type DurationUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const narrow = '\u202f';
const wide = '\u00a0';

/** Spaces inside a figure made narrow and unbreakable, minus made a minus. */
const settle = (text: string): string =>
  text.replace(/[\u00a0\u2009\u202f]/g, narrow).replace(/(^|[^\p{L}\d])-(?=\d)/gu, '$1\u2212');

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365.25 * day;

/** The unit a person would choose: no more than about ninety of the small one before the next. */
const scaleOf = (milliseconds: number): { readonly unit: DurationUnit; readonly length: number } => {
  if (milliseconds < 90 * second) return { unit: 'second', length: second };
  if (milliseconds < 90 * minute) return { unit: 'minute', length: minute };
  if (milliseconds < 48 * hour) return { unit: 'hour', length: hour };
  if (milliseconds < 90 * day) return { unit: 'day', length: day };
  if (milliseconds < 2 * year) return { unit: 'month', length: year / 12 };
  return { unit: 'year', length: year };
};

const shortUnits: Readonly<Record<Locale, Readonly<Record<DurationUnit, string>>>> = {
  fr: { second: 's', minute: 'min', hour: 'h', day: 'j', week: 'sem.', month: 'mois', year: 'ans' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd', week: 'wk', month: 'mo', year: 'yr' },
};

const words = {
  fr: { instant: 'instant', outOf: 'sur' },
  en: { instant: 'instant', outOf: 'out of' },
} as const;

const byteUnits = {
  fr: ['o', 'ko', 'Mo', 'Go', 'To'],
  en: ['B', 'kB', 'MB', 'GB', 'TB'],
} as const;

/** British English: day before month, as the readers of the French interface expect too. */
const intlLocale = { fr: 'fr-FR', en: 'en-GB' } as const;

const formats = new Map<string, Format>();

/** The formats of one language; dates are told in `zone` (IANA name), or in the reader's own zone. Kept and reused. */
export function createFormat(locale: Locale, zone?: string): Format {
  const key = `${locale} ${zone ?? ''}`;
  const known = formats.get(key);
  if (known) return known;
  const made = makeFormat(locale, zone);
  formats.set(key, made);
  return made;
}

function makeFormat(locale: Locale, zone: string | undefined): Format {
  const language = intlLocale[locale];
  // Each takes about as long to make as hundreds of numbers to write.
  const made = new Map<string, Intl.NumberFormat>();
  const number = (digits: number, options: Intl.NumberFormatOptions = {}) => {
    const key = `${digits} ${Object.values(options).join(' ')}`;
    const formatter =
      made.get(key) ?? new Intl.NumberFormat(language, { maximumFractionDigits: digits, ...options });
    made.set(key, formatter);
    return formatter;
  };
  const say = (value: number, formatter: Intl.NumberFormat) =>
    settle(formatter.format(value === 0 ? 0 : value));
  const whole = number(0);
  const inZone = zone === undefined ? {} : { timeZone: zone };
  const dateFormat = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...inZone,
  });
  const timeFormat = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', ...inZone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const inWords = (value: number, unit: DurationUnit) =>
    number(value < 10 ? 1 : 0, { style: 'unit', unit, unitDisplay: 'long' })
      .formatToParts(value)
      .map((part) => (part.type === 'literal' ? wide : settle(part.value)))
      .join('');

  const format: Format = {
    integer: (value) => say(value, whole),
    decimal: (value, digits = 1) => say(value, number(digits)),
    fixed: (value, digits = 1) => say(value, number(digits, { minimumFractionDigits: digits })),
    signed: (value, digits = 0) => say(value, number(digits, { signDisplay: 'exceptZero' })),
    share(value) {
      const percent = (shown: number, digits: number) =>
        `${say(shown, number(digits))}${locale === 'fr' ? narrow : ''}%`;
      const hundred = value * 100;
      if (hundred > 0 && hundred < 0.05) return `<${narrow}${percent(0.1, 1)}`;
      if (hundred < 100 && hundred > 99.5) return percent(Math.min(hundred, 99.9), 1);
      return percent(hundred, Math.abs(hundred) < 10 ? 1 : 0);
    },
    outOf(value) {
      const base = value === 0 || value >= 0.01 ? 100 : value >= 0.001 ? 1000 : 10_000;
      const people = Math.round(value * base);
      const shown = value > 0 && people === 0 ? 1 : value < 1 && people === base ? base - 1 : people;
      return `${say(shown, whole)}\u00a0${words[locale].outOf}\u00a0${say(base, whole)}`;
    },
    duration(milliseconds, digits) {
      const { unit, length } = scaleOf(milliseconds);
      const value = milliseconds / length;
      return `${say(value, number(digits ?? (value < 10 ? 1 : 0)))}${wide}${shortUnits[locale][unit]}`;
    },
    list: (parts) => new Intl.ListFormat(locale).format(parts),
    durationInWords(milliseconds) {
      const { unit, length } = scaleOf(milliseconds);
      return inWords(milliseconds / length, unit);
    },
    saidDuration(value, unit) {
      if (value === 0) return words[locale].instant;
      const small = unit === 'second' || unit === 'minute' || unit === 'hour';
      return small ? `${format.decimal(value)}${wide}${shortUnits[locale][unit]}` : inWords(value, unit);
    },
    date: (at) => settle(dateFormat.format(new Date(at))),
    moment: (at) => `${format.date(at)}, ${timeFormat.format(new Date(at))}`,
    period(from, to) {
      const [first, last] = [format.date(from), format.date(to)];
      return first === last ? first : `${first}\u00a0– ${last}`;
    },
    ago(at, now) {
      const past = now - new Date(at).getTime();
      if (past < minute) return relative.format(0, 'second');
      if (past < hour) return relative.format(-Math.floor(past / minute), 'minute');
      if (past < day) return relative.format(-Math.floor(past / hour), 'hour');
      if (past < 7 * day) return relative.format(-Math.floor(past / day), 'day');
      return format.date(at);
    },
    bytes(value) {
      const power = Math.min(4, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3));
      const shown = value / 1000 ** power;
      return `${format.decimal(shown, shown < 100 && power > 0 ? 1 : 0)}${wide}${byteUnits[locale][power]}`;
    },
  };
  return format;
}
