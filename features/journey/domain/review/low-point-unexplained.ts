import { inOrder } from '#kit/document/order.ts';
import { holdsFor } from '../outline.ts';
import type { Rule } from './reading.ts';
import { remark } from './remark.ts';

/** From here down, somebody in the room felt something that they can name. */
const low = -1.5;

/** The curve falls, and neither an irritant of the step nor a note says why. One remark for all personas of a step. */
export const lowPointUnexplained: Rule = ({ steps, map }) =>
  steps.flatMap((step) => {
    const pains = step.cards.filter(({ lane }) => lane === 'pain-points');
    const unexplained = Object.entries(map.emotions)
      .filter(
        ([, { stepId, reading, value, note, personaId }]) =>
          stepId === step.id &&
          reading === 'felt' &&
          value <= low &&
          note.trim() === '' &&
          !pains.some(({ card }) => holdsFor(card, personaId)),
      )
      .sort(([, a], [, b]) => a.value - b.value);
    const [lowest] = unexplained;
    if (!lowest) return [];
    const names = inOrder(map.personas)
      .filter(([id]) => unexplained.some(([, { personaId }]) => personaId === id))
      .map(([, { name }]) => name);
    return [
      remark(
        'low-point-unexplained',
        'main',
        'improve',
        unexplained.map(([id]) => ['emotions', id] as const),
        { params: { step: step.title, value: lowest[1].value, names: names.join(', ') } },
      ),
    ];
  });
