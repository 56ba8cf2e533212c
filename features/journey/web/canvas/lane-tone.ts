import type { Card, LaneType } from '../../domain/schema.ts';

/** What the rule at the left of a card says: it costs the customer, it pleases, or neither. */
export type CardTone = 'negative' | 'positive' | 'neutral';

const tones: Partial<Record<LaneType, CardTone>> = {
  'pain-points': 'negative',
  delights: 'positive',
  opportunities: 'positive',
  solutions: 'positive',
};

/** An expectation is coloured by whether it is met: that is what matters of it. */
export function cardTone(type: LaneType, card: Card): CardTone {
  if (type === 'expectations' && card.met !== null) return card.met ? 'positive' : 'negative';
  return tones[type] ?? 'neutral';
}
