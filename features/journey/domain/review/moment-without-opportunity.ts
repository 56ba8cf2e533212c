import type { LaneType } from '../schema.ts';
import type { Rule } from './reading.ts';
import { remark } from './remark.ts';

const answers: readonly LaneType[] = ['opportunities', 'solutions'];

/**
 * Where the relation can turn, nothing is proposed: neither in the step nor by a link from elsewhere. A moment of truth
 * is a step or a card marked as such, or a card of the lane of that name; one remark for each step.
 */
export const momentWithoutOpportunity: Rule = ({ steps }) => {
  const cards = steps.flatMap((step) => step.cards);
  const proposals = cards.filter(({ lane }) => answers.includes(lane));
  return steps.flatMap((step) => {
    const moments = step.cards.filter(({ card, lane }) => card.momentOfTruth || lane === 'moments-of-truth');
    if (!step.momentOfTruth && moments.length === 0) return [];
    const here = new Set(step.cards.map(({ id }) => id));
    const answered = proposals.some(
      ({ id, card }) => here.has(id) || (card.linkedCardId !== null && here.has(card.linkedCardId)),
    );
    if (answered || moments.some(({ card }) => proposals.some(({ id }) => id === card.linkedCardId))) {
      return [];
    }
    const [first] = moments;
    return [
      remark(
        'moment-without-opportunity',
        'main',
        'improve',
        step.momentOfTruth || !first ? [['steps', step.id]] : [['cards', first.id]],
        { params: { step: step.title } },
      ),
    ];
  });
};
