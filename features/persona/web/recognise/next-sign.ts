import type { Recognition, Sign } from '../../domain/signs.ts';

/** How typical a sign is of a persona, 0 (it does not have it) … 5. */
const weightOf = (sign: Sign, personaId: string): number =>
  sign.heldBy.find((holder) => holder.personaId === personaId)?.weight ?? 0;

/**
 * The sign that would best tell the two likeliest personas apart: not heard yet, and held by one of them much more than by
 * the other. Undefined when one is named already, or when nothing tells them apart.
 */
export function nextSign(
  signs: readonly Sign[],
  heard: ReadonlySet<string>,
  { personas, verdict }: Pick<Recognition, 'personas' | 'verdict'>,
): Sign | undefined {
  const [first, second] = personas;
  if (verdict.kind === 'likely' || !first || !second) return undefined;
  return signs
    .filter(({ key }) => !heard.has(key))
    .map((sign) => ({
      sign,
      apart: Math.abs(weightOf(sign, first.personaId) - weightOf(sign, second.personaId)),
    }))
    .filter(({ apart }) => apart > 0)
    .sort((a, b) => b.apart - a.apart)[0]?.sign;
}
