import { z } from 'zod';
import {
  type Funnel,
  funnelSchema,
  type PathFilter,
  type PathScope,
  pathFilterSchema,
  pathUnitSchema,
} from '#measure/domain/paths/question.ts';
import {
  type Sought,
  soughtDeedSchema,
  soughtLinkSchema,
  soughtStepSchema,
  soughtTypicalSchema,
  soughtVariantSchema,
} from '#measure/domain/paths/sought.ts';

/** The pictures of the lived journeys of a source. */
export const pathPictures = ['flow', 'funnel', 'variants', 'typical', 'winning', 'time', 'journeys'] as const;

/** What is meant where an address says nothing. */
export const usual = { places: 8, ranks: 5, variants: 12, listed: 25, passages: 100 } as const;

const place = z.string().min(1).max(500);
const shape = {
  show: z.enum(pathPictures),
  /** The table instead of the picture. */
  as: z.literal('table'),
  unit: pathUnitSchema,
  map: place,
  repeats: z.literal('kept'),
  from: z.iso.date(),
  to: z.iso.date(),
  /** The flow as a map of the process instead of by rank. */
  flow: z.literal('process'),
  start: place,
  end: place,
  places: z.int().min(1).max(200),
  ranks: z.int().min(2).max(10),
  order: z.literal('strict'),
  within: z.number().positive().max(1e10),
  by: z.string().min(1).max(200),
  most: z.int().min(1).max(100),
  /** What winning journeys reach. */
  goal: place,
  first: place,
  second: place,
  steps: funnelSchema.shape.steps,
  /** Part of a picture whose journeys are listed; the picture itself is what the rest of the address says. */
  behind: z.discriminatedUnion('of', [
    soughtLinkSchema,
    soughtVariantSchema,
    soughtTypicalSchema,
    soughtDeedSchema,
    soughtStepSchema,
  ]),
  /** Journeys on a page of the list. */
  listed: z.int().min(1).max(500),
  /** Page of the list, from 2. */
  page: z.int().min(2).max(1e7),
  /** One journey, by its pseudonym, and the page of its passages, from 2. */
  journey: z.string().regex(/^[0-9a-f]{16}$/),
  /** Which journey of that customer, from 2. */
  part: z.int().min(2).max(1e9),
  at: z.int().min(2).max(1e6),
} as const;

/** The whole question a page of lived journeys answers, as the search part of its address: what is as usual is left out. */
export type PathSearch = {
  readonly [Key in keyof typeof shape]?: z.infer<(typeof shape)[Key]>;
} & { readonly filter?: readonly PathFilter[] };

/** The search of an address somebody wrote or sent: what is not understood is as usual. */
export function readPathSearch(search: Readonly<Record<string, unknown>>): PathSearch {
  const known = Object.entries(shape).flatMap(([key, schema]) => {
    const read = schema.safeParse(search[key]);
    return read.success ? [[key, read.data] as const] : [];
  });
  const filter = (Array.isArray(search.filter) ? search.filter : []).slice(0, 20).flatMap((each) => {
    const read = pathFilterSchema.safeParse(each);
    return read.success ? [read.data] : [];
  });
  return { ...Object.fromEntries(known), ...(filter.length > 0 && { filter }) };
}

/** What the journeys are read as: parts of a map only where a map is named. */
export const unitOf = ({ unit = 'event', map }: PathSearch): PathScope['unit'] =>
  map === undefined ? 'event' : unit;

/** Whose journeys the address asks about, read as what. */
export function scopeOf(sourceId: string, search: PathSearch): PathScope {
  const { map, repeats = 'joined', from, to, filter = [] } = search;
  return {
    sourceId,
    unit: unitOf(search),
    ...(map !== undefined && { mapId: map }),
    repeats,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    filters: [...filter],
  };
}

export const funnelOf = ({ order, within }: PathSearch, steps: readonly (readonly string[])[]): Funnel => ({
  steps: steps.map((step) => [...step]),
  order: order ?? 'loose',
  ...(within !== undefined && { withinSeconds: within }),
});

/** The flow as the address asks for it. */
export const flowOf = ({ start, end, places = usual.places, ranks = usual.ranks, flow }: PathSearch) => ({
  ...(start !== undefined && { start }),
  ...(end !== undefined && { end }),
  most: places,
  ranks: flow === 'process' ? 0 : ranks,
});

/** The journeys listed; undefined: all that pass the filters. A step of a funnel needs its steps in the address. */
export function soughtOf(search: PathSearch): Sought | undefined {
  const { behind, steps, by, goal, start } = search;
  if (behind?.of === 'link') return { ...behind, flow: flowOf(search) };
  if (behind?.of === 'deed')
    return goal === undefined ? undefined : { ...behind, goal, ...(start !== undefined && { start }) };
  if (behind?.of !== 'step') return behind;
  if (steps === undefined) return undefined;
  return { ...behind, funnel: funnelOf(search, steps), ...(by !== undefined && { by }) };
}

/** What may change without the list beginning again at its first page. */
const keepsPage: ReadonlySet<string> = new Set(['as', 'page', 'at', 'journey', 'part']);

/** The same question with some of it changed; `undefined` takes a part back to what is usual. */
export function changed(
  search: PathSearch,
  patch: { readonly [Key in keyof PathSearch]?: PathSearch[Key] | undefined },
): PathSearch {
  const begins = Object.keys(patch).some((key) => !keepsPage.has(key));
  const next = { ...search, ...(begins && { page: undefined }), ...patch };
  return readPathSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
}

const sameFilter = (a: PathFilter, b: PathFilter): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One more filter; one that is there already is not said twice. */
export function withFilter(search: PathSearch, filter: PathFilter): PathSearch {
  const { filter: before = [] } = search;
  return before.some((each) => sameFilter(each, filter))
    ? search
    : changed(search, { filter: [...before, filter] });
}

/** Read as something else, places have other names: what names one is forgotten, attributes and settings stay. */
export function readAs(search: PathSearch, unit: PathScope['unit'], map: string | undefined): PathSearch {
  return changed(search, {
    unit: unit === 'event' ? undefined : unit,
    map,
    filter: (search.filter ?? []).filter((each) => 'attribute' in each),
    start: undefined,
    end: undefined,
    goal: undefined,
    first: undefined,
    second: undefined,
    steps: undefined,
    behind: undefined,
    part: undefined,
    at: undefined,
  });
}
