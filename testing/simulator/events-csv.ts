import type { Writable } from 'node:stream';
import { ByteRows, encode } from './byte-rows.ts';
import {
  ageOf,
  channelOf,
  isEnglish,
  kindOf,
  ordinalOf,
  personaOf,
  planOf,
  regionOf,
  scoreOf,
  simulateDays,
} from './calendar.ts';
import { ageBands, plans, regions } from './catalogue.ts';
import { caseLetters, createReader, rowAt } from './events.ts';
import type { SimulationOptions } from './options.ts';

export const eventColumns = [
  'event_id',
  'customer',
  'case_id',
  'time',
  'event',
  'channel',
  'score',
  'verbatim',
  'language',
  'persona',
  'plan',
  'region',
  'age_band',
] as const;

/** A field of RFC 4180, always in quotes. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const comma = 44;
const dash = 45;
const zero = 48;
const letterH = 72;

/** Columns that depend on the packed traits alone, encoded once per combination. */
function traitColumns(personaNames: readonly string[]): readonly Uint8Array[] {
  return Array.from({ length: 1 << 12 }, (_, packed) => {
    // Same layout as in the packed number of an event, shifted to begin at the persona.
    const meta = packed << 16;
    const [plan, region, age] = [plans[planOf(meta)], regions[regionOf(meta)], ageBands[ageOf(meta)]];
    const language = isEnglish(meta) ? 'en' : 'fr';
    return encode(
      `,${language},${personaNames[personaOf(meta)] ?? ''},${plan ?? ''},${region ?? ''},${age ?? ''}\n`,
    );
  });
}

/**
 * Writes all events as CSV (UTF-8, comma, header, quotes where needed) in arrival order. Does not end the stream.
 * Returns how many rows (without the header) and bytes were written.
 */
export async function writeEventsCsv(
  out: Writable,
  options: SimulationOptions,
): Promise<{ readonly events: number; readonly bytes: number }> {
  const reader = createReader(options);
  const traits = traitColumns(reader.personas);
  const names = reader.kinds.flatMap((kind) =>
    reader.channels.map((channel) => encode(`,${kind},${channel},`)),
  );
  const perKind = reader.channels.length;
  const letters = caseLetters.map((letter) => letter.charCodeAt(0));
  const rows = new ByteRows(out);
  rows.text(`${eventColumns.join(',')}\n`);
  let events = 0;
  for (const batch of simulateDays(options)) {
    for (let i = 0; i < batch.count; i++) {
      const row = rowAt(batch, i);
      const meta = batch.meta[row]!;
      const customer = batch.customer[row]!;
      const second = batch.time[row]!;
      const words = batch.words[row]!;
      const score = scoreOf(meta);
      rows.digits(customer, 1, 36);
      rows.byte(dash);
      rows.digits(ordinalOf(meta));
      rows.byte(comma);
      rows.byte(letterH);
      rows.digits(customer + 1, 8);
      rows.byte(comma);
      rows.byte(letters[kindOf(meta)]!);
      rows.digits(customer + 1, 8);
      rows.byte(comma);
      rows.bytes(reader.dateBytes(second));
      rows.bytes(reader.clockBytes(second));
      rows.bytes(names[kindOf(meta) * perKind + channelOf(meta)]!);
      if (score > 0) rows.byte(zero + score);
      rows.byte(comma);
      if (words > 0) rows.text(quoted(reader.verbatim(meta, words, second)));
      rows.bytes(traits[meta >>> 16]!);
      if (rows.full) await rows.flush();
    }
    events += batch.count;
  }
  await rows.flush();
  return { events, bytes: rows.written };
}
