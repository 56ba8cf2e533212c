import { folded } from '#kit/folded.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { Card, Lane, MapTouchpoint, Phase } from '../../domain/schema.ts';
import type { GridModel } from './grid-model.ts';
import { type Place, placeKey } from './place.ts';

/** A place whose words hold what is looked for. */
export type Hit = { readonly key: string; readonly place: Place; readonly words: string };

/** What bears no words of its own is found by what is shown for it, in the reader's language. */
export type ShownNames = {
  readonly lane: (lane: Lane) => string;
  readonly phase: (phase: Phase) => string;
  readonly touchpoint: (touchpoint: MapTouchpoint) => string;
};

/** Searched forms of texts, made once for each card: a letter typed in the search looks through hundreds of them. */
const searched = new WeakMap<Card, string>();
function foldedCard(card: Card): string {
  const known = searched.get(card);
  if (known !== undefined) return known;
  const made = folded(plainText(card.text));
  searched.set(card, made);
  return made;
}

/**
 * Where words are on the map as it is shown, in reading order: heads first, then lane by lane. Case and accents do not
 * matter. A card of a folded lane is found at its cell.
 */
export function findInMap(model: GridModel, query: string, names: ShownNames): Hit[] {
  const wanted = folded(query.trim());
  if (wanted === '') return [];
  const hits: Hit[] = [];
  const seen = new Set<string>();
  const look = (place: Place, words: string, form = folded(words)) => {
    const key = placeKey(place);
    if (!form.includes(wanted) || seen.has(key)) return;
    seen.add(key);
    hits.push({ key, place, words });
  };
  const { phases, stages, steps, touchpoints } = model.outline;
  for (const { id, phase } of phases) look({ at: 'phase', phaseId: id }, names.phase(phase));
  for (const { id, stage } of stages) look({ at: 'stage', stageId: id }, stage.title);
  for (const { id, step } of steps) look({ at: 'step', stepId: id }, step.title);
  for (const { laneId, lane, kind, cards } of model.rows) {
    look({ at: 'lane', laneId }, names.lane(lane));
    for (const { id: stepId } of steps) {
      const at = (itemId: string): Place => ({
        at: 'cell',
        laneId,
        stepId,
        itemId: lane.folded ? null : itemId,
      });
      for (const [id, card] of cards.get(stepId) ?? []) look(at(id), plainText(card.text), foldedCard(card));
      if (kind !== 'touchpoints') continue;
      for (const [id, touchpoint] of touchpoints.get(stepId) ?? [])
        look(at(id), names.touchpoint(touchpoint));
    }
  }
  return hits;
}
