import type { z } from 'zod';
import { addPersona, editPersona } from '#journey/domain/edit/persona.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { type Change, changeSchema } from '#kit/document/changes.ts';
import type { NewId } from '#kit/ids.ts';
import type { Persona } from '#persona/domain/schema.ts';

const plain = (name: string): string => name.trim().toLowerCase();

/** Changes as the API takes them: JSON. */
type Sent = z.infer<typeof changeSchema>;

/**
 * The changes that name a persona of the workspace on a map: one that is already there under this name and stands for nobody
 * is taken for it, and keeps its curves and cards; else it is added. None when the map names it already.
 */
export function namePersona(
  map: JourneyMap,
  personaId: string,
  { title, colour, match }: Pick<Persona, 'title' | 'colour' | 'match'>,
  newId: NewId,
): Sent[] {
  const personas = Object.entries(map.personas);
  if (personas.some(([, one]) => one.personaId === personaId)) return [];
  const known = personas.find(([, one]) => one.personaId === null && plain(one.name) === plain(title));
  if (known) {
    const [id, one] = known;
    return sent(editPersona(map, id, { personaId, match: one.match ?? match }));
  }
  const bearers = personas.filter(([, one]) => one.colour === colour);
  const changes = addPersona(map, { name: title, personaId, ...(match ? { match } : {}) }, newId);
  // Its own colour, unless somebody on the map bears it already: two curves in one colour are one curve.
  return sent(
    bearers.length > 0
      ? changes
      : changes.map((change) =>
          change.op === 'put' ? { ...change, value: { ...change.value, colour } } : change,
        ),
  );
}

const sent = (changes: readonly Change[]): Sent[] => changes.map((change) => changeSchema.parse(change));
