import { type JourneyMap, stageSchema, stepSchema } from '#journey/domain/schema.ts';
import { emptyMap } from '#journey/domain/templates/template.ts';
import { spread } from '#kit/document/order.ts';
import type { BoundTouchpoint } from '#measure/domain/measuring/map-plan.ts';

/** A map in one phase with these touchpoints, in their order; ids are kept. */
export function mapOfBindings(touchpoints: readonly BoundTouchpoint[], title = 'Carte'): JourneyMap {
  const map = emptyMap('journey', 'fr', title);
  map.phases.during = { order: 'a0', name: 'Pendant', moment: 'during' };
  const orders = spread(touchpoints.length);
  for (const [index, { id, stepId, stageId, events, surveys }] of touchpoints.entries()) {
    const order = orders[index]!;
    map.stages[stageId] ??= stageSchema.parse({ order, phaseId: 'during', title: stageId });
    map.steps[stepId] ??= stepSchema.parse({ order, stageId, title: stepId });
    map.touchpoints[id] = {
      order,
      stepId,
      channel: 'web',
      title: id,
      initiator: 'customer',
      bindings: [...events, ...surveys],
    };
  }
  return map;
}
