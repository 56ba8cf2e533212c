import type { Random } from '#kit/statistics/random.ts';
import { regionShares } from './catalogue.ts';
import { personas, world } from './personas.ts';

/** Traits of one customer, as indices into `personas`, `plans`, `regions`, `ageBands`. */
export type Traits = {
  persona: number;
  plan: number;
  region: number;
  age: number;
  english: boolean;
  /** −1 or +1: some people are pleased more easily. Links the scores of one customer. */
  mood: number;
};

/** Index drawn with the given shares, from one uniform number. */
export function drawIndex(u: number, shares: readonly number[]): number {
  let rest = u;
  for (let i = 0; i < shares.length - 1; i++) {
    if (rest < shares[i]!) return i;
    rest -= shares[i]!;
  }
  return shares.length - 1;
}

const personaShares = personas.map((persona) => persona.share);

/**
 * Traits are drawn in a fixed order from the customer's own stream, so that one customer can be known without the
 * others. `into` is filled and returned: ten million customers must not make ten million objects.
 */
export function drawTraits(random: Random, into: Traits, language: 'fr' | 'en' | undefined): Traits {
  into.persona = drawIndex(random.next(), personaShares);
  const persona = personas[into.persona]!;
  into.plan = drawIndex(random.next(), persona.plans);
  into.region = drawIndex(random.next(), regionShares);
  into.age = drawIndex(random.next(), persona.ages);
  const english = random.chance(world.english);
  into.english = language === undefined ? english : language === 'en';
  into.mood = random.chance(0.5) ? 1 : -1;
  return into;
}

export const noTraits = (): Traits => ({ persona: 0, plan: 0, region: 0, age: 0, english: false, mood: 1 });

/** Public number of a customer, the same in events, survey and truth. */
export const customerId = (customer: number): string => `H${String(customer + 1).padStart(8, '0')}`;
