import { type CardFilter, noFilter, standings } from '../../domain/filter/card-filter.ts';

/** How a reader looks at a map: whose, which cards, what becomes of the others. It is in the address, so it can be sent. */
export type MapLook = {
  /** Persona looked at; null: everyone. */
  readonly personaId: string | null;
  /** Personas side by side (two to six); else empty. */
  readonly compared: readonly string[];
  readonly filter: CardFilter;
  /** Cards that do not match are hidden instead of faded. */
  readonly hide: boolean;
};

/** The same in the search part of an address; what is as usual is left out. */
export type MapSearch = {
  readonly persona?: string;
  readonly compare?: string;
  readonly proof?: string;
  readonly tag?: readonly string[];
  readonly comments?: 'open';
  readonly others?: 'hidden';
};

const most = 6;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The search of an address somebody wrote or sent: what is not understood is as usual. */
export function readSearch(search: Readonly<Record<string, unknown>>): MapSearch {
  const tags = (Array.isArray(search.tag) ? search.tag : [search.tag])
    .map((tag) => (typeof tag === 'number' ? String(tag) : text(tag)))
    .filter((tag) => tag !== '')
    .slice(0, 30);
  return {
    ...(text(search.persona) && { persona: text(search.persona) }),
    ...(text(search.compare) && { compare: text(search.compare) }),
    ...(text(search.proof) && { proof: text(search.proof) }),
    ...(tags.length > 0 && { tag: tags }),
    ...(search.comments === 'open' && { comments: 'open' as const }),
    ...(search.others === 'hidden' && { others: 'hidden' as const }),
  };
}

export function lookOf(search: MapSearch): MapLook {
  const compared = [...new Set((search.compare ?? '').split('.').filter((id) => id !== ''))].slice(0, most);
  return {
    personaId: compared.length > 1 ? null : (search.persona ?? null),
    compared: compared.length > 1 ? compared : [],
    filter: {
      ...noFilter,
      standings: standings.filter((one) => (search.proof ?? '').split('.').includes(one)),
      tags: search.tag ?? [],
      commented: search.comments === 'open',
    },
    hide: search.others === 'hidden',
  };
}

export const searchOf = ({ personaId, compared, filter, hide }: MapLook): MapSearch => ({
  ...(personaId !== null && { persona: personaId }),
  ...(compared.length > 1 && { compare: compared.join('.') }),
  ...(filter.standings.length > 0 && { proof: filter.standings.join('.') }),
  ...(filter.tags.length > 0 && { tag: filter.tags }),
  ...(filter.commented && { comments: 'open' as const }),
  ...(hide && { others: 'hidden' as const }),
});
