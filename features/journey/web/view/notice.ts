import type { Problem } from '#kit/problem.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { GridModel } from './grid-model.ts';
import { type Seen, textAt } from './map-commands.ts';
import { itemsIn, type Place } from './place.ts';
import type { Restructuring } from './structure-commands.ts';

/** What was just taken away, for the notice that offers it back. */
export type Removed = {
  readonly what: Place['at'] | 'card' | 'touchpoint' | 'emotion' | 'persona' | 'objective';
  readonly name: string;
  /** Cards that went with it. */
  readonly cards: number;
};
const toolSayings = [
  'chosen',
  'copied',
  'cut',
  'removed',
  'moved',
  'pasted',
  'pastedSome',
  'pastedKnown',
  'pastedPersonas',
  'known',
  'tooLarge',
  'tooLong',
  'edge',
  'nowhere',
  'empty',
  'useKeys',
] as const;
export type ToolSaying = (typeof toolSayings)[number];
/** Said to who listens, without a bar over the map. */
export const quietSayings: ReadonlySet<ToolSaying> = new Set(['chosen', 'copied']);
export type Notice =
  | { readonly kind: 'removed'; readonly removed: Removed }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lock'; readonly locked: boolean }
  /** What was done with several things at once; only said where nothing is to be taken back or read. */
  | { readonly kind: 'tool'; readonly says: ToolSaying; readonly count: number; readonly undo: boolean }
  /** A file on its way, or why it did not come; already in words. */
  | { readonly kind: 'media'; readonly text: string }
  | { readonly kind: 'restructured'; readonly what: Restructuring; readonly name: string }
  /** Only said, for who does not see it move: it is now the `at`-th of `count`. */
  | { readonly kind: 'moved'; readonly name: string; readonly at: number; readonly count: number };

export const kindOf = (model: GridModel, laneId: string) =>
  model.rows.find((row) => row.laneId === laneId)?.kind;

export function described({ map, model }: Seen, place: Place): Omit<Removed, 'cards'> {
  if (place.at !== 'cell') return { what: place.at, name: textAt({ map, model }, place) ?? '' };
  const { itemId } = place;
  if (itemId !== null && model.curves.some(({ key }) => key === itemId)) return { what: 'emotion', name: '' };
  const name = plainText(textAt({ map, model }, place) ?? '').slice(0, 60);
  return { what: kindOf(model, place.laneId) === 'touchpoints' ? 'touchpoint' : 'card', name };
}

/** Its name and its rank among its like, for who hears the map. */
export function whereIs(seen: Seen, place: Place) {
  const { model } = seen;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const [among, id] =
    place.at === 'phase'
      ? [ids(model.outline.phases), place.phaseId]
      : place.at === 'stage'
        ? [ids(model.outline.stages), place.stageId]
        : place.at === 'step'
          ? [ids(model.outline.steps), place.stepId]
          : place.at === 'lane'
            ? [model.rows.map(({ laneId }) => laneId), place.laneId]
            : [itemsIn(model, place.laneId, place.stepId), place.itemId];
  return { name: described(seen, place).name, at: among.indexOf(id ?? '') + 1, count: among.length };
}
