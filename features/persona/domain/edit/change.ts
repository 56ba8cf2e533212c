import { type Change, sameJson } from '#kit/document/changes.ts';
import { type PartName, type Parts, part } from '../parts.ts';
import type { Persona } from '../schema.ts';

/*
 * The letters every edit is written with. An edit is a pure function from the persona as it is seen to the changes to
 * send; what it names and does not find was removed by somebody meanwhile, and then there is nothing to change.
 */

export const put = <K extends PartName>(name: K, id: string, value: Parts[K]): Change => ({
  op: 'put',
  path: [name, id],
  value,
});

/** Changes of the fields that differ. */
export type Patch<T> = { readonly [F in keyof T]?: T[F] | undefined };

export function rewrite<K extends PartName>(
  persona: Persona,
  name: K,
  id: string,
  patch: Patch<Parts[K]>,
): Change[] {
  const entity = part(persona, name, id);
  if (!entity) return [];
  return Object.entries(patch).flatMap(([field, value]): Change[] =>
    value === undefined || sameJson(value, entity[field as keyof Parts[K]])
      ? []
      : [{ op: 'set', path: [name, id, field], value }],
  );
}
