import { type Change, sameJson } from '#kit/document/changes.ts';
import type { Avatar } from '../avatar.ts';
import type { PartName } from '../parts.ts';
import type { ExpectationScale, Persona } from '../schema.ts';
import type { Patch } from './change.ts';

/** Changes what is said of the persona as a whole: name, quote, profile, picture, story … */
export const editPersona = (persona: Persona, patch: Patch<Omit<Persona, PartName>>): Change[] =>
  Object.entries(patch).flatMap(([field, value]): Change[] =>
    value === undefined || sameJson(value, persona[field as keyof Persona])
      ? []
      : [{ op: 'set', path: [field], value }],
  );

/** Moves a slider, inside its scale and to the hundredth; null: not told. */
export function slide(persona: Persona, scale: ExpectationScale, value: number | null): Change[] {
  if (value === null) return editPersona(persona, { [scale]: null });
  if (Number.isNaN(value)) return [];
  const within = Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
  return editPersona(persona, { [scale]: within });
}

/** Changes some choices of the drawn face; with an own picture, a face takes its place. */
export function drawAvatar(persona: Persona, choices: Patch<Avatar>, initial: Avatar): Change[] {
  const { picture } = persona;
  const present = picture.kind === 'avatar' ? picture.avatar : initial;
  const told = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
  return editPersona(persona, { picture: { kind: 'avatar', avatar: { ...present, ...told } } });
}
