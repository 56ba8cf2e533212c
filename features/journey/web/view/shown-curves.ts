import type { Entry } from '../../domain/outline.ts';
import type { EmotionPoint, MapPersona } from '../../domain/schema.ts';
import { type Curve, curveKey } from './grid-model.ts';

/**
 * The curves drawn for the persona looked at. For one persona: theirs, or what holds for everyone where theirs was
 * not drawn. For everyone: each curve felt, and what is wanted for everyone. For personas side by side: what each of them feels, nothing else.
 */
export function shownCurves(
  curves: readonly Curve[],
  personas: readonly Entry<MapPersona>[],
  personaId: string | null,
  compared: readonly string[] = [],
): Curve[] {
  const find = (reading: EmotionPoint['reading'], id: string | null) =>
    curves.find(({ key }) => key === curveKey(reading, id));
  if (compared.length > 0) return compared.flatMap((id) => find('felt', id) ?? []);
  const planned =
    (personaId === null ? undefined : find('planned', personaId)) ??
    find('planned', null) ??
    (personas.length === 1 ? find('planned', personas[0]![0]) : undefined);
  const felt =
    personaId === null
      ? curves.filter(({ reading }) => reading === 'felt')
      : [find('felt', personaId) ?? find('felt', null)].filter((curve) => curve !== undefined);
  return planned ? [planned, ...felt] : felt;
}

/** CSS colour of a curve: the persona's own; ink for everyone. */
export function curveColour(curve: Pick<Curve, 'personaId'>, personas: readonly Entry<MapPersona>[]): string {
  const persona = personas.find(([id]) => id === curve.personaId)?.[1];
  return persona ? `var(--persona-${persona.colour})` : 'var(--curve)';
}
