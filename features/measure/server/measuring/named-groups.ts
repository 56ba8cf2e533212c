import { numberOfKey, otherKey, type Split, type WithPersonas } from '#measure/domain/measuring/split.ts';

/** The groups of a split as a page names them, with their number in the engine. Without a map nobody is named. */
export const namedGroups = (split: Split | null, map: WithPersonas | null, others = false) => [
  ...(split?.groups ?? []).map(({ key, value, label }) => ({
    key,
    label: map?.personas[key]?.name ?? label ?? value,
    personaId: map?.personas[key] ? key : null,
    number: split ? (numberOfKey(split, key) ?? 0) : 0,
  })),
  // The remaining values together, where they are asked for.
  ...(others && split?.others
    ? [{ key: otherKey, label: '', personaId: null, number: numberOfKey(split, otherKey) ?? 0 }]
    : []),
];
