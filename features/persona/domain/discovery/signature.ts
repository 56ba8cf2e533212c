import type { DetectionModel, Likelihood } from './model.ts';

/** How the customers of an existing persona answer: one persona of a model made earlier. */
export type PersonaSignature = {
  readonly personaId: string;
  readonly model: DetectionModel;
  readonly key: string;
};

/** Two personas of two models over one attribute: a likelihood with both, in that order; null when they do not compare. */
function together(
  a: DetectionModel['attributes'][number],
  p: number,
  b: DetectionModel['attributes'][number],
  q: number,
): Likelihood | null {
  const left = a.likelihood;
  const right = b.likelihood;
  if (left.kind === 'normal' && right.kind === 'normal') {
    if (
      a.attribute.type === 'numeric' &&
      b.attribute.type === 'numeric' &&
      a.attribute.scale !== b.attribute.scale
    )
      return null;
    return { ...left, mean: [left.mean[p]!, right.mean[q]!], sd: [left.sd[p]!, right.sd[q]!] };
  }
  const names = (attribute: DetectionModel['attributes'][number]['attribute']): readonly string[] =>
    attribute.type === 'multiple'
      ? attribute.options
      : attribute.type === 'nominal' || attribute.type === 'ordinal'
        ? attribute.levels
        : attribute.type === 'numeric' && attribute.edges
          ? attribute.edges.map(String)
          : [];
  const ours = names(a.attribute);
  const theirs = names(b.attribute);
  if (left.kind === 'levels' && right.kind === 'levels') {
    if (a.attribute.type === 'numeric' || b.attribute.type === 'numeric') {
      if (a.attribute.type !== b.attribute.type || ours.join() !== theirs.join()) return null;
      return { kind: 'levels', logP: [left.logP[p]!, right.logP[q]!] };
    }
    // Levels one of the two does not know cannot be shared: they add nothing.
    const at = ours.map((level) => theirs.indexOf(level));
    if (at.every((index) => index < 0)) return null;
    return {
      kind: 'levels',
      logP: [left.logP[p]!, [0, ...at.map((index) => (index < 0 ? -1000 : right.logP[q]![index + 1]!))]],
    };
  }
  if (left.kind !== 'options' || right.kind !== 'options') return null;
  const shared = ours.flatMap((option, index) => {
    const other = theirs.indexOf(option);
    return other < 0 ? [] : [[index, other] as const];
  });
  if (shared.length === 0) return null;
  const pick = (
    ownSide: readonly (readonly number[])[],
    otherSide: readonly (readonly number[])[],
  ): number[][] => [
    shared.map(([index]) => ownSide[p]![index]!),
    shared.map(([, index]) => otherSide[q]![index]!),
  ];
  return {
    kind: 'options',
    ticked: pick(left.ticked, right.ticked),
    unticked: pick(left.unticked, right.unticked),
  };
}

/**
 * The existing persona most alike: mean overlap (Bhattacharyya) of the distributions over the attributes both know, by id.
 * Null without signatures or without an attribute in common.
 */
export function closestPersona(
  model: DetectionModel,
  p: number,
  signatures: readonly PersonaSignature[],
  overlap: (likelihood: Likelihood, p: number, q: number) => number,
): { personaId: string; similarity: number; attributes: number } | null {
  let closest: { personaId: string; similarity: number; attributes: number } | null = null;
  for (const { personaId, model: other, key } of signatures) {
    const q = other.personas.findIndex((persona) => persona.key === key);
    if (q < 0) continue;
    let sum = 0;
    let attributes = 0;
    for (const ours of model.attributes) {
      const theirs = other.attributes.find(({ attribute }) => attribute.id === ours.attribute.id);
      const both = theirs && together(ours, p, theirs, q);
      if (!both) continue;
      sum += overlap(both, 0, 1);
      attributes++;
    }
    if (attributes > 0 && (closest === null || sum / attributes > closest.similarity))
      closest = { personaId, similarity: Math.min(1, sum / attributes), attributes };
  }
  return closest;
}
