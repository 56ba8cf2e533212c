import { z } from 'zod';
import { outcomeSchema } from '#measure/domain/impact/outcome-impact.ts';
import { predictorSchema } from '#measure/domain/impact/pair-sums.ts';
import { touchpointFigures } from '#measure/domain/impact/touchpoints.ts';
import { type PathSearch, readPathSearch, unitOf } from '../paths/address.ts';

/** What can be asked of the places of a source. */
export const asks = ['outcome', 'drivers', 'moments', 'touchpoints', 'personas'] as const;
/** Days after which somebody who is still there has stayed. */
export const usualStay = 30;
/** Columns the table of places can be sorted by. */
export const sortKeys = ['passages', 'journeys', ...touchpointFigures] as const;
export type SortKey = (typeof sortKeys)[number];
/** What journeys answer, that is set beside what came before. */
export const targets = ['last', 'mean', 'place', 'goal'] as const;
/** What a place is drawn by: its weight in the outcome in two ways, or what those who pass it do. */
export const outcomeFigures = ['removal', 'credit', 'difference'] as const;

const place = z.string().min(1).max(500);
const shape = {
  ask: z.enum(asks),
  goal: place,
  outcome: outcomeSchema,
  figure: z.enum(outcomeFigures),
  target: z.enum(targets),
  /** Place whose score is the answer. */
  scored: place,
  about: predictorSchema,
  stay: z.int().min(1).max(3650),
  sort: z.enum(sortKeys),
  upwards: z.literal(true),
  compared: z.enum(touchpointFigures),
} as const;

/** Of the question on paths, what this page asks too: whose journeys, read as what, and as a picture or a table. */
const shared = ['as', 'unit', 'map', 'repeats', 'from', 'to', 'by', 'filter'] as const;
type Shared = Pick<PathSearch, (typeof shared)[number]>;

type Own = { readonly [Key in keyof typeof shape]?: z.infer<(typeof shape)[Key]> };
/** The whole question of the page, as the search part of its address: what is as usual is left out. */
export type ImpactSearch = Shared & Own;

/** The search of an address somebody wrote or sent: what is not understood is as usual. */
export function readImpactSearch(search: Readonly<Record<string, unknown>>): ImpactSearch {
  const own = Object.entries(shape).flatMap(([key, schema]) => {
    const read = schema.safeParse(search[key]);
    return read.success ? [[key, read.data] as const] : [];
  });
  return { ...sharedOf(readPathSearch(search)), ...Object.fromEntries(own) };
}

const sharedOf = (search: PathSearch): Shared =>
  Object.fromEntries(shared.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]])));

/** The same question with some of it changed; `undefined` takes a part back to what is usual. */
export function asked(
  search: ImpactSearch,
  patch: { readonly [Key in keyof Own]?: Own[Key] | undefined },
): ImpactSearch {
  const next = { ...search, ...patch };
  return readImpactSearch(
    Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)),
  );
}

/** The same question of other journeys. Read as something else, places have other names: those asked about are forgotten. */
export function ofJourneys(search: ImpactSearch, next: PathSearch): ImpactSearch {
  const renamed = unitOf(search) !== unitOf(next) || search.map !== next.map;
  const own = Object.fromEntries(
    Object.entries(search).filter(([key]) => key in shape && !(renamed && placeKeys.has(key))),
  );
  return readImpactSearch({ ...own, ...sharedOf(next) });
}

const placeKeys: ReadonlySet<string> = new Set(['goal', 'scored']);
