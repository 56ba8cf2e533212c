import { useMemo, useRef } from 'react';
import { criteria, leftOut } from '../../domain/filter/card-filter.ts';
import { holdsFor } from '../../domain/outline.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import type { MapLook } from './look.ts';

type Filtered = {
  /** Ids of the cards put in the background. */
  readonly faded: ReadonlySet<string>;
  /** Ids of the cards taken from sight. */
  readonly hidden: ReadonlySet<string>;
  /** Cards that match, of all those of the persona looked at. */
  readonly shown: number;
  readonly total: number;
};

const nobody: ReadonlySet<string> = new Set();

/** What a filter does to the cards of a map, on a day (YYYY-MM-DD). Nothing is computed while nothing is asked. */
export function useFiltered(map: JourneyMap, look: MapLook, today: string): Filtered {
  const { filter, hide, personaId } = look;
  const { cards, comments } = map;
  // A card written after the filter was set stays in sight: it must not vanish at its first letter.
  const known = useRef({ filter, hide, cards });
  if (known.current.filter !== filter || known.current.hide !== hide) known.current = { filter, hide, cards };
  const knownCards = known.current.cards;
  return useMemo(() => {
    if (criteria(filter) === 0) return { faded: nobody, hidden: nobody, shown: 0, total: 0 };
    const out = leftOut({ cards, comments }, filter, today);
    const own = Object.entries(cards).filter(([, card]) => holdsFor(card, personaId));
    const shown = own.filter(([id]) => !out.has(id)).length;
    const hidden = hide ? new Set([...out].filter((id) => Object.hasOwn(knownCards, id))) : nobody;
    return { faded: out, hidden, shown, total: own.length };
  }, [cards, comments, filter, hide, personaId, today, knownCards]);
}
