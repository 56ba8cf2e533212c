import type { Random } from '#kit/statistics/random.ts';
import type { BoundTouchpoint } from '#measure/domain/measuring/map-plan.ts';
import type { EventRule } from '#touchpoint/domain/binding.ts';

export type BindingStyle = {
  readonly stages: number;
  readonly names: readonly string[];
  readonly channels: readonly string[];
  readonly sourceId: string;
  /** `once`: no event is at two touchpoints; `anyhow`: events may be at several, rules may look at attributes. */
  readonly style: 'once' | 'anyhow';
};

/** Touchpoints of a random map in reading order, bound to events. */
export function randomBindings(random: Random, options: BindingStyle): BoundTouchpoint[] {
  const { stages, names, channels, sourceId, style } = options;
  const free = names.flatMap((name) => channels.map((channel) => ({ name, channel })));
  const touchpoints: BoundTouchpoint[] = [];
  for (let stage = 0; stage < stages; stage++) {
    for (let step = 0; step < 1 + random.below(3); step++) {
      for (let index = 0; index < 1 + random.below(2); index++) {
        const rules = style === 'once' ? onceRules(random, free) : anyRules(random, options);
        if (rules.length === 0) continue;
        touchpoints.push({
          id: `t-${stage}-${step}-${index}`,
          stepId: `step-${stage}-${step}`,
          stageId: `stage-${stage}`,
          stageRank: stage,
          events: rules.map((rule) => ({ on: 'events', sourceId, rule })),
          surveys: [],
        });
      }
    }
  }
  return touchpoints;
}

function onceRules(random: Random, free: { name: string; channel: string }[]): EventRule[] {
  const rules: EventRule[] = [];
  for (let rule = 0; rule < 1 + random.below(2); rule++) {
    const [kind] = free.splice(random.below(free.length), free.length > 0 ? 1 : 0);
    if (kind) rules.push({ names: [kind.name], channels: [kind.channel], attributes: [] });
  }
  return rules;
}

function anyRules(random: Random, { names, channels }: BindingStyle): EventRule[] {
  return Array.from({ length: 1 + random.below(2) }, () => ({
    names: Array.from({ length: 1 + random.below(2) }, () => random.pick([...names, 'Never happens'])),
    channels: random.chance(0.5) ? [] : [random.pick(channels)],
    attributes: random.chance(0.4) ? [random.pick(conditions)] : [],
  }));
}

const conditions: readonly EventRule['attributes'][number][] = [
  { name: 'agent', is: 'one-of', values: ['Anne', "it's"] },
  { name: 'agent', is: 'none-of', values: ['Bruno', ''] },
  { name: 'urgent', is: 'one-of', values: ['yes'] },
  { name: 'urgent', is: 'none-of', values: ['yes'] },
  { name: 'segment', is: 'one-of', values: ['A', 'B'] },
  { name: 'segment', is: 'none-of', values: ['A'] },
  { name: 'no such attribute', is: 'none-of', values: ['x'] },
];
