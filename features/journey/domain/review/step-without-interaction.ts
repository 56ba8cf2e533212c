import type { JourneyMap, LaneType } from '../schema.ts';
import { isEmpty, type Rule } from './reading.ts';
import { remark } from './remark.ts';

/** Lanes that tell a meeting as well as a touchpoint does. An experience map tells a need, also lived without the brand. */
const meetings: Readonly<Record<JourneyMap['kind'], readonly LaneType[]>> = {
  journey: ['front-office'],
  blueprint: ['front-office'],
  experience: ['front-office', 'stakeholders', 'social'],
};

/** A step that is written about, where the customer meets nobody. Worse where the relation can turn. */
export const stepWithoutInteraction: Rule = ({ steps, map }) =>
  steps
    .filter(
      (step) =>
        !isEmpty(step) &&
        step.touchpoints.length === 0 &&
        !step.cards.some(({ lane }) => meetings[map.kind].includes(lane)),
    )
    .map(({ id, title, momentOfTruth }) =>
      remark(
        'step-without-interaction',
        momentOfTruth ? 'moment' : 'main',
        momentOfTruth ? 'fix' : 'improve',
        [['steps', id]],
        { params: { title } },
      ),
    );
