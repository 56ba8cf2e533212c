import type { EventBinding } from '#touchpoint/domain/binding.ts';
import type { Reading, ReadTouchpoint, Rule } from './reading.ts';
import { remark } from './remark.ts';

/** Touchpoints that the customer may well live as one. */
export type DuplicateGroup = {
  /** `same-events`: bound to the same events. `same-step`: all sent by the company in one step. */
  readonly because: 'same-events' | 'same-step';
  readonly touchpoints: readonly ReadTouchpoint[];
  /** Step of the first one. */
  readonly stepTitle: string;
};

/**
 * Two touchpoints are bound to the same events when a rule of one and a rule of the other name an event of one source
 * in common, on channels that overlap (none told: any) or both at the company's initiative: an acknowledgement by
 * e-mail and by text message is one event for who receives them. In different steps, this is only said of what the
 * company sends: a customer may call twice.
 */
export function duplicateGroups({ steps }: Pick<Reading, 'steps'>): DuplicateGroup[] {
  const all = steps.flatMap((step) => step.touchpoints.map((one) => ({ ...one, step })));
  const groups: (typeof all)[] = [];
  for (const one of all) {
    const group = groups.find((candidate) =>
      candidate.some((known) => sameEvents(known, one, known.step === one.step)),
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  const bound = groups.filter((group) => group.length > 1);
  const sent = steps
    .map((step) => all.filter((one) => one.step === step && one.touchpoint.initiator === 'company'))
    .filter((group) => group.length > 1 && !bound.some((known) => group.every((one) => known.includes(one))));
  const told = (because: DuplicateGroup['because']) => (group: typeof all) => ({
    because,
    touchpoints: group.map(({ id, touchpoint }) => ({ id, touchpoint })),
    stepTitle: group[0]!.step.title,
  });
  return [...bound.map(told('same-events')), ...sent.map(told('same-step'))];
}

export const duplicateTouchpoints: Rule = (reading) =>
  duplicateGroups(reading).map(({ because, touchpoints, stepTitle }) =>
    remark(
      'duplicate-touchpoints',
      because,
      because === 'same-events' ? 'improve' : 'consider',
      touchpoints.map(({ id }) => ['touchpoints', id] as const),
      { params: { count: touchpoints.length, step: stepTitle } },
    ),
  );

function sameEvents(a: ReadTouchpoint, b: ReadTouchpoint, sameStep: boolean): boolean {
  const sent = a.touchpoint.initiator === 'company' && b.touchpoint.initiator === 'company';
  if (!sent && !sameStep) return false;
  return rulesOf(a).some((one) =>
    rulesOf(b).some(
      (other) =>
        one.sourceId === other.sourceId &&
        overlap(one.rule.names, other.rule.names) &&
        (overlapOrAny(one.rule.channels, other.rule.channels) || (sent && sameStep)),
    ),
  );
}

const rulesOf = ({ touchpoint }: ReadTouchpoint): EventBinding[] =>
  touchpoint.bindings.filter((binding) => binding.on === 'events');

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
const overlapOrAny = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || overlap(a, b);
