import type { EventRule } from '#touchpoint/domain/binding.ts';
import type { BoundTouchpoint } from './map-plan.ts';

/** A kind of event of a source: a name on a channel, and the number that stands for it in a lived journey. */
export type KindOfEvent = { readonly id: number; readonly name: string; readonly channel: string };

/** A condition with where its attribute is found: once for the journey, or at each event. */
export type PlacedCondition = {
  readonly attribute: string;
  readonly level: 'journey' | 'event';
  readonly is: 'one-of' | 'none-of';
  readonly values: readonly string[];
};

/** Events of one of `kinds` for which every condition holds. */
export type Clause = { readonly kinds: readonly number[]; readonly conditions: readonly PlacedCondition[] };

/** A touchpoint that events of the source can reach: an event counts when one of the clauses holds. */
export type PlannedTouchpoint = Pick<BoundTouchpoint, 'id' | 'stepId' | 'stageId' | 'stageRank'> & {
  readonly clauses: readonly Clause[];
};

/** The bindings of a map to one source, in the numbers of that source. */
export type SourcePlan = {
  readonly sourceId: string;
  /** In reading order; those whose rule names no event of the source are left out: nothing can match. */
  readonly touchpoints: readonly PlannedTouchpoint[];
};

type SourceNames = {
  readonly sourceId: string;
  readonly kinds: readonly KindOfEvent[];
  /** Attributes that may differ at each event; all others are looked up on the journey. */
  readonly eventAttributes: ReadonlySet<string>;
};

export function planSource(touchpoints: readonly BoundTouchpoint[], names: SourceNames): SourcePlan {
  return {
    sourceId: names.sourceId,
    touchpoints: touchpoints.flatMap(({ id, stepId, stageId, stageRank, events }) => {
      const clauses = events
        .filter((binding) => binding.sourceId === names.sourceId)
        .flatMap(({ rule }) => clauseOf(rule, names) ?? []);
      return clauses.length > 0 ? [{ id, stepId, stageId, stageRank, clauses }] : [];
    }),
  };
}

/** The rule in the numbers of the source; undefined when none of its events exists there. */
export function clauseOf(rule: EventRule, { kinds, eventAttributes }: SourceNames): Clause | undefined {
  const matching = kinds.filter(
    ({ name, channel }) =>
      rule.names.includes(name) && (rule.channels.length === 0 || rule.channels.includes(channel)),
  );
  if (matching.length === 0) return undefined;
  return {
    kinds: matching.map(({ id }) => id),
    conditions: rule.attributes.map(({ name, is, values }) => ({
      attribute: name,
      level: eventAttributes.has(name) ? 'event' : 'journey',
      is,
      values,
    })),
  };
}

/**
 * Places numbered from 1 for the engine. Steps with one touchpoint and stages with one step say the same as it: they come
 * last, and only the first `severalSteps` steps and `severalStages` stages are timed on their own.
 */
export type Numbering = {
  readonly touchpoints: readonly PlannedTouchpoint[];
  readonly steps: readonly string[];
  readonly stages: readonly string[];
  readonly severalSteps: number;
  readonly severalStages: number;
  /** Number of the step and of the stage of each touchpoint, and rank (from 1) of that stage among those bound. */
  readonly stepOf: readonly number[];
  readonly stageOf: readonly number[];
  readonly rankOf: readonly number[];
  readonly ranks: number;
};

export function numberPlaces({ touchpoints }: SourcePlan): Numbering {
  const inStep = groupsOf(touchpoints, (touchpoint) => touchpoint.stepId);
  const steps = [...inStep.keys()].sort(severalFirst(inStep));
  const inStage = groupsOf([...inStep.values()], ([first]) => first?.stageId ?? '');
  const stages = [...inStage.keys()].sort(severalFirst(inStage));
  const ranks = [...new Set(touchpoints.map(({ stageRank }) => stageRank))].sort((a, b) => a - b);
  return {
    touchpoints,
    steps,
    stages,
    severalSteps: steps.filter((id) => (inStep.get(id)?.length ?? 0) > 1).length,
    severalStages: stages.filter((id) => (inStage.get(id)?.length ?? 0) > 1).length,
    stepOf: touchpoints.map(({ stepId }) => steps.indexOf(stepId) + 1),
    stageOf: touchpoints.map(({ stageId }) => stages.indexOf(stageId) + 1),
    rankOf: touchpoints.map(({ stageRank }) => ranks.indexOf(stageRank) + 1),
    ranks: ranks.length,
  };
}

function groupsOf<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
  return groups;
}

const severalFirst =
  (groups: ReadonlyMap<string, readonly unknown[]>) =>
  (a: string, b: string): number => {
    const several = (id: string) => ((groups.get(id)?.length ?? 0) > 1 ? 0 : 1);
    return several(a) - several(b);
  };

/**
 * Shares the touchpoints out over as few layers as needed so that, within a layer, an event can be at one touchpoint at
 * most. One layer is the usual case: each kind of event is bound once.
 */
export function layersOf(touchpoints: readonly PlannedTouchpoint[]): number[][] {
  const layers: { readonly numbers: number[]; readonly kinds: Set<number> }[] = [];
  touchpoints.forEach(({ clauses }, index) => {
    const kinds = clauses.flatMap((clause) => clause.kinds);
    let layer = layers.find((each) => !kinds.some((kind) => each.kinds.has(kind)));
    if (!layer) {
      layer = { numbers: [], kinds: new Set() };
      layers.push(layer);
    }
    layer.numbers.push(index + 1);
    for (const kind of kinds) layer.kinds.add(kind);
  });
  return layers.map(({ numbers }) => numbers);
}
