import { inOrder } from '#kit/document/order.ts';
import { part } from '../dependents.ts';
import { orderedStages, orderedSteps } from '../outline.ts';
import type { JourneyMap } from '../schema.ts';
import { type CurveChange, compareCurves } from './curves.ts';
import {
  type ChangeKind,
  type ComparedPart,
  comparedParts,
  type Difference,
  type Spot,
} from './difference.ts';
import { mergedOrder, movedIds } from './sequence.ts';
import { homesOf, nameOf, spotOf, stageOf, stepOf } from './spot.ts';
import { fieldChanges, mapChanges } from './told-fields.ts';

export type Comparison = {
  /** In reading order: the frame of the map, then stage by stage. */
  readonly differences: readonly Difference[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** The curves that one map has or both, those that changed and those that did not. */
  readonly curves: readonly CurveChange[];
};

/**
 * J6: what changed between two maps made of the same parts: a to-be and the as-is it was made from (`toBe` keeps the
 * ids), or two versions of one map. What came or went with what it lives in is told with it and counted there.
 */
export function compareMaps(before: JourneyMap, after: JourneyMap): Comparison {
  const whole = mapChanges(before, after);
  const guests = { gone: guestsOf(after, before), come: guestsOf(before, after) };
  const differences = [
    ...(whole.length > 0
      ? [
          {
            ...difference(after, 'rewritten', 'objectives', ''),
            part: 'map' as const,
            fields: whole,
            name: after.title,
          },
        ]
      : []),
    ...comparedParts.flatMap((name) => ofPart(before, after, name, guests)),
  ];
  const counts = { added: 0, removed: 0, moved: 0, rewritten: 0 };
  for (const { change } of differences) counts[change]++;
  return {
    differences: inReadingOrder(before, after, differences),
    counts,
    curves: compareCurves(before, after),
  };
}

type Place = { readonly name: ComparedPart; readonly id: string };

function ofPart(
  before: JourneyMap,
  after: JourneyMap,
  name: ComparedPart,
  guests: { readonly gone: Guests; readonly come: Guests },
): Difference[] {
  const ids = new Set([...Object.keys(before[name]), ...Object.keys(after[name])]);
  const reordered = reorderedIds(before, after, name);
  return [...ids].flatMap((id): Difference[] => {
    const old = part(before, name, id);
    const now = part(after, name, id);
    if (!old) return alone(after, 'added', { name, id }, guests.come);
    if (!now) return alone(before, 'removed', { name, id }, guests.gone);
    const found: Difference[] = [];
    const elsewhere = !sameHomes(before, after, name, id);
    if (elsewhere || reordered.has(id)) {
      found.push({
        ...difference(after, 'moved', name, id),
        from: spotOf(before, name, id),
        moved: elsewhere ? 'elsewhere' : 'order',
      });
    }
    const fields = fieldChanges(name, { map: before, entity: old }, { map: after, entity: now });
    if (fields.length > 0) found.push({ ...difference(after, 'rewritten', name, id), fields });
    return found;
  });
}

/** A part that is on one map only, unless what it lives in is too: then that one tells of it. */
function alone(
  having: JourneyMap,
  change: 'added' | 'removed',
  { name, id }: Place,
  guests: Guests,
): Difference[] {
  if (guests.all.has(keyOf({ name, id }))) return [];
  const alongside: Partial<Record<ComparedPart, number>> = {};
  let within: readonly Place[] = [{ name, id }];
  while (within.length > 0) {
    within = within.flatMap((home) => guests.byHome.get(keyOf(home)) ?? []);
    for (const one of within) alongside[one.name] = (alongside[one.name] ?? 0) + 1;
  }
  return [{ ...difference(having, change, name, id), alongside }];
}

/** The parts of one map that are not on the other because what they live in is not, by that home. */
type Guests = {
  readonly byHome: ReadonlyMap<string, readonly Place[]>;
  readonly all: ReadonlySet<string>;
};

function guestsOf(without: JourneyMap, having: JourneyMap): Guests {
  const byHome = new Map<string, Place[]>();
  const all = new Set<string>();
  for (const name of comparedParts) {
    for (const id of Object.keys(having[name])) {
      if (part(without, name, id)) continue;
      // A card of a new step and a new lane is told once, with its step.
      const home = homesOf(having, name, id).find(
        (candidate) => !part(without, candidate.name, candidate.id),
      );
      if (!home) continue;
      all.add(keyOf({ name, id }));
      byHome.set(keyOf(home), [...(byHome.get(keyOf(home)) ?? []), { name, id }]);
    }
  }
  return { byHome, all };
}

const keyOf = ({ name, id }: Place): string => `${name}/${id}`;

const sameHomes = (before: JourneyMap, after: JourneyMap, name: ComparedPart, id: string): boolean => {
  const now = homesOf(after, name, id);
  return homesOf(before, name, id).every((home, index) => home.id === now[index]!.id);
};

/** Parts that stayed in their home and changed rank there. */
function reorderedIds(before: JourneyMap, after: JourneyMap, name: ComparedPart): ReadonlySet<string> {
  const staying = (map: JourneyMap) => {
    const groups = new Map<string, string[]>();
    for (const [id] of inOrder<{ order: string }>(map[name])) {
      if (!part(before, name, id) || !part(after, name, id) || !sameHomes(before, after, name, id)) continue;
      const key = homesOf(map, name, id)
        .map((home) => home.id)
        .join('/');
      groups.set(key, [...(groups.get(key) ?? []), id]);
    }
    return groups;
  };
  const old = staying(before);
  return new Set([...staying(after)].flatMap(([key, ids]) => [...movedIds(old.get(key) ?? [], ids)]));
}

const difference = (map: JourneyMap, change: ChangeKind, name: ComparedPart, id: string): Difference => ({
  change,
  part: name,
  id,
  name: nameOf(map, name, id),
  seenIn: change === 'removed' ? 'before' : 'after',
  spot: id === '' ? nowhere : spotOf(map, name, id),
  stageId: stageOf(map, name, id),
  from: null,
  moved: null,
  fields: [],
  alongside: {},
});

const nowhere: Spot = { phase: '', stage: '', step: '', lane: null };

/** Frame first; then by stage and step as they stand now, with what has gone where it stood. */
function inReadingOrder(
  before: JourneyMap,
  after: JourneyMap,
  differences: readonly Difference[],
): readonly Difference[] {
  const ids = (entries: readonly (readonly [string, unknown])[]) => entries.map(([id]) => id);
  const ranks = (old: readonly string[], now: readonly string[]) =>
    new Map(mergedOrder(old, now).map((id, index) => [id, index + 1]));
  const stages = ranks(ids(orderedStages(before)), ids(orderedStages(after)));
  const steps = ranks(ids(orderedSteps(before)), ids(orderedSteps(after)));
  const lanes = ranks(ids(inOrder(before.lanes)), ids(inOrder(after.lanes)));
  const cards = ranks(ids(inOrder(before.cards)), ids(inOrder(after.cards)));
  const rank = (one: Difference): readonly number[] => {
    const map = one.seenIn === 'before' ? before : after;
    if (one.part === 'map') return [0, 0, 0, 0, 0];
    const stepId = stepOf(map, one.part, one.id);
    const laneId = one.part === 'cards' ? (part(map, 'cards', one.id)?.laneId ?? '') : '';
    return [
      one.stageId === null ? 0 : (stages.get(one.stageId) ?? 0),
      stepId === null ? 0 : (steps.get(stepId) ?? 0),
      one.stageId === null ? comparedParts.indexOf(one.part) + 1 : 0,
      one.part === 'steps' ? 0 : one.part === 'touchpoints' ? 1000 : (lanes.get(laneId) ?? 0),
      cards.get(one.id) ?? 0,
    ];
  };
  return differences
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank.map((value, at) => value - b.rank[at]!).find((gap) => gap !== 0) ?? 0)
    .map(({ one }) => one);
}
