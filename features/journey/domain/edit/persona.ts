import type { Change } from '#kit/document/changes.ts';
import { keyAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import type { JourneyMap, MapPersona } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

const colours = [0, 1, 2, 3, 4, 5] as const;
const everyPersona = () => true;

/** A persona of the map, in the first colour nobody bears (the least borne one when all six are taken). */
export function addPersona(
  map: JourneyMap,
  input: Position & {
    readonly name?: string;
    readonly match?: MapPersona['match'];
    readonly personaId?: string;
  },
  newId: NewId,
): Change[] {
  const { order, changes } = keyAt('personas', siblings(map.personas, everyPersona), input);
  const persona: MapPersona = {
    order,
    name: input.name ?? '',
    colour: freeColour(map),
    match: input.match ?? null,
    personaId: input.personaId ?? null,
  };
  return [...changes, put('personas', newId(), persona)];
}

export function movePersona(map: JourneyMap, input: Position & { readonly id: string }): Change[] {
  if (!part(map, 'personas', input.id) || nextToItself(input, input.id)) return [];
  const { order, changes } = keyAt('personas', siblings(map.personas, everyPersona, input.id), input);
  return [...changes, ...rewrite(map, 'personas', input.id, { order })];
}

export const editPersona = (map: JourneyMap, id: string, patch: Patch<Omit<MapPersona, 'order'>>): Change[] =>
  rewrite(map, 'personas', id, patch);

/** The persona, their curves, and the cards that hold for nobody else. */
export const removePersona = (map: JourneyMap, id: string): Change[] => removal(map, 'personas', id);

function freeColour(map: JourneyMap): number {
  const borne = colours.map(
    (colour) => Object.values(map.personas).filter((persona) => persona.colour === colour).length,
  );
  return borne.indexOf(Math.min(...borne));
}
