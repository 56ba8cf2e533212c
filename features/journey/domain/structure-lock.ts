import { type Change, sameJson } from '#kit/document/changes.ts';
import { type Problem, problem } from '#kit/problem.ts';
import { healMap } from './dependents.ts';
import type { JourneyMap } from './schema.ts';

/*
 * J8: while a group works on a map its structure can be locked. Everybody still writes cards, comments, emotions and
 * touchpoints; no phase, stage, step or lane is added, moved, renamed, hidden or removed until somebody unlocks it.
 */

/** The collections that are the structure, and what of their parts may still be written: what is said, not what stands. */
const structure = {
  phases: new Set<string>(),
  stages: new Set(['goals', 'promise', 'duration', 'subMapId', 'notes']),
  steps: new Set(['duration', 'momentOfTruth']),
  lanes: new Set(['folded']),
} as const satisfies { readonly [K in keyof JourneyMap]?: ReadonlySet<string> };
type Structural = keyof typeof structure;
const structural = Object.keys(structure) as Structural[];

/** What is said to whoever changes the structure of a locked map; `part`: what they wanted to change. */
export const structureIsLocked = (part: string): Problem =>
  problem('journey.structure-locked', { part }, 409);

/**
 * Why a locked map does not take these changes (`journey.structure-locked` {part}); undefined when it does. A change
 * that unlocks lets pass what comes after it.
 */
export function structureRefusal(map: JourneyMap, changes: readonly Change[]): Problem | undefined {
  let locked = map.structureLocked;
  for (const change of changes) {
    const { path } = change;
    if (path.length === 1) {
      if (path[0] === 'structureLocked' && change.op === 'set') locked = change.value === true;
      continue;
    }
    if (locked && touches(map, change)) return structureIsLocked(path[0]);
  }
  return undefined;
}

function touches(map: JourneyMap, change: Change): boolean {
  const [name, id, field] = change.path;
  if (!isStructural(name) || id === undefined) return false;
  const there = Object.hasOwn(map[name], id);
  if (change.op === 'set') return there && !(structure[name] as ReadonlySet<string>).has(field ?? '');
  // A part put again as it stands says nothing new of the structure.
  return change.op === 'remove' ? there : !there || !sameStanding(name, map[name][id]!, change.value);
}

/**
 * The map after an edit made without knowing of the lock (offline, or by an old page): what the lock keeps stands as it
 * was before, with all that lived in it, and what else was written stays. So does a lane or a step made offline in which
 * something is written: the lock guards the frame for the sake of the words, and must not make words vanish. The same
 * object where the lock kept nothing.
 */
export function holdStructure(before: JourneyMap, after: JourneyMap): JourneyMap {
  if (!before.structureLocked || !after.structureLocked) return after;
  const held: Partial<Record<keyof JourneyMap, object>> = {};
  const back = new Set<string>();
  const bearing = bearingParts(before, after);
  for (const name of structural) {
    const kept = heldParts<object>(name, before[name], after[name], { back, bearing: bearing[name] });
    if (kept !== after[name]) held[name] = kept;
  }
  if (Object.keys(held).length === 0) return after;
  const restored = { ...after, ...held } as JourneyMap;
  return healMap({ ...restored, ...livedIn(before, restored, back) });
}

/** Of the structure that is only in after: what bears words, a touchpoint or an emotion, or stands around what does. */
function bearingParts(
  before: JourneyMap,
  after: JourneyMap,
): Readonly<Record<Structural, ReadonlySet<string>>> {
  const bearing = {
    phases: new Set<string>(),
    stages: new Set<string>(),
    steps: new Set<string>(),
    lanes: new Set<string>(),
  };
  const isNew = (name: Structural, id: string) =>
    Object.hasOwn(after[name], id) && !Object.hasOwn(before[name], id);
  const bears = (name: Structural, id: string | null | undefined) => {
    if (id && isNew(name, id)) bearing[name].add(id);
  };
  for (const { text, mediaId, laneId, stepId } of Object.values(after.cards)) {
    if (text.trim() === '' && mediaId === null) continue;
    bears('lanes', laneId);
    bears('steps', stepId);
  }
  for (const { stepId } of Object.values(after.touchpoints)) bears('steps', stepId);
  for (const { stepId } of Object.values(after.emotions)) bears('steps', stepId);
  for (const id of bearing.steps) bears('stages', after.steps[id]?.stageId);
  for (const id of bearing.stages) bears('phases', after.stages[id]?.phaseId);
  return bearing;
}

/**
 * The parts of before; of each one, what the lock lets be written as it is after; and those of after that bear something.
 * `back` learns which had gone.
 */
function heldParts<Part extends object>(
  name: Structural,
  before: Readonly<Record<string, Part>>,
  after: Readonly<Record<string, Part>>,
  { back, bearing }: { readonly back: Set<string>; readonly bearing: ReadonlySet<string> },
): Readonly<Record<string, Part>> {
  let same = Object.keys(before).length + bearing.size === Object.keys(after).length;
  const kept: Record<string, Part> = {};
  for (const [id, part] of Object.entries(before)) {
    const now = Object.hasOwn(after, id) ? after[id] : undefined;
    if (!now) back.add(`${name}/${id}`);
    kept[id] =
      !now || now === part || sameStanding(name, part, now) ? (now ?? part) : standing(name, part, now);
    same &&= kept[id] === now;
  }
  for (const id of bearing) kept[id] = after[id]!;
  return same ? after : kept;
}

/** What lived in a part that had gone and is back: its removal went with it, so it comes back with it. */
function livedIn(before: JourneyMap, now: JourneyMap, back: ReadonlySet<string>): Partial<JourneyMap> {
  const stepBack = (id: string) =>
    back.has(`steps/${id}`) || back.has(`stages/${before.steps[id]?.stageId ?? ''}`);
  const again = <Part>(
    parts: Readonly<Record<string, Part>>,
    present: Readonly<Record<string, Part>>,
    was: (part: Part) => boolean,
  ): Record<string, Part> => ({
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => was(part))),
    ...present,
  });
  return {
    cards: again(
      before.cards,
      now.cards,
      (card) => stepBack(card.stepId) || back.has(`lanes/${card.laneId}`),
    ),
    touchpoints: again(before.touchpoints, now.touchpoints, ({ stepId }) => stepBack(stepId)),
    emotions: again(before.emotions, now.emotions, ({ stepId }) => stepBack(stepId)),
    comments: Object.fromEntries(
      Object.entries(now.comments).map(([id, comment]) => {
        const target = Object.hasOwn(before.comments, id) ? before.comments[id]!.target : comment.target;
        const lost = stepBack(target.stepId ?? '') || back.has(`lanes/${target.laneId ?? ''}`);
        return [id, lost ? { ...comment, target } : comment];
      }),
    ),
  };
}

const isStructural = (name: string): name is Structural => Object.hasOwn(structure, name);

/** Do two readings of a part differ only in what may be written? */
const sameStanding = (name: Structural, a: object, b: object): boolean => {
  const free = structure[name] as ReadonlySet<string>;
  const fields = Object.keys(a).filter((field) => !free.has(field));
  return fields.every((field) => sameJson(a[field as never], b[field as never]));
};

/** A part as it stood, saying what it says now. */
const standing = <Part extends object>(name: Structural, was: Part, now: Part): Part => {
  const free = structure[name] as ReadonlySet<string>;
  return { ...was, ...Object.fromEntries(Object.entries(now).filter(([field]) => free.has(field))) };
};
