import { daysBetween, defaultValidity, newestEvidence } from '#persona/domain/proof.ts';
import type { Card } from './schema.ts';

/** What a statement rests on. `past`: its newest dated evidence is older than evidence is trusted for. */
export type Footing = 'none' | 'undated' | 'fresh' | 'past';

/** What the evidence of a card is worth on a day (YYYY-MM-DD): as in a portrait, the newest dated piece decides. */
export function footing(card: Pick<Card, 'evidence'>, today: string): Footing {
  if (card.evidence.length === 0) return 'none';
  const newest = newestEvidence(card);
  if (newest === undefined) return 'undated';
  return daysBetween(newest, today) > defaultValidity ? 'past' : 'fresh';
}
