import { plainText } from '../rich-text/rich-text.ts';
import type { LaneType } from '../schema.ts';
import { cardsIn, type ReadCard, type Rule, readMap, shareReader } from './reading.ts';
import { remark } from './remark.ts';

/** What can meet an expectation on a to-be map, in its own step. */
const givenHere: readonly LaneType[] = ['solutions', 'delights'];

/**
 * On a to-be map: an expectation that is not said to be met, and that nothing answers: no solution nor delight of its
 * step for a persona in common, no link. And expectations that were disappointed on the as-is map and that the to-be
 * map no longer mentions, as if they had gone away by themselves.
 */
export const expectationUnanswered: Rule = ({ steps, map, context }) => {
  if (map.state !== 'to-be') return [];
  const linked = new Set(Object.values(map.cards).flatMap(({ linkedCardId }) => linkedCardId ?? []));
  const answered = ({ id, card }: ReadCard, others: readonly ReadCard[]): boolean =>
    card.met === true ||
    card.linkedCardId !== null ||
    linked.has(id) ||
    others.some((other) => givenHere.includes(other.lane) && shareReader(card, other.card));
  const unanswered = steps.flatMap((step) =>
    step.cards
      .filter((read) => read.lane === 'expectations' && !answered(read, step.cards))
      .map(({ id, card }) =>
        remark('expectation-unanswered', 'main', 'improve', [['cards', id]], {
          params: { text: plainText(card.text), step: step.title },
        }),
      ),
  );
  const dropped = context.asIs
    ? cardsIn(readMap(context.asIs, context), ['expectations'])
        .filter(({ id, card }) => card.met === false && !Object.hasOwn(map.cards, id))
        .map(({ id, card }) =>
          remark(
            'expectation-unanswered',
            'dropped',
            'improve',
            Object.hasOwn(map.steps, card.stepId) ? [['steps', card.stepId]] : [],
            { detail: id, params: { text: plainText(card.text) } },
          ),
        )
    : [];
  return [...unanswered, ...dropped];
};
