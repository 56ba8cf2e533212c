import { cardsIn, type Rule } from './reading.ts';
import { remark } from './remark.ts';

/** From so many cards on one side, none on the other is a choice and no longer a beginning. */
const enough = 3;

export const oneSided: Rule = (reading) => {
  const pains = cardsIn(reading, ['pain-points']).length;
  const delights = cardsIn(reading, ['delights']).length;
  if (pains >= enough && delights === 0) {
    return [remark('one-sided', 'only-pains', 'improve', [], { params: { count: pains } })];
  }
  return delights >= enough && pains === 0
    ? [remark('one-sided', 'only-delights', 'improve', [], { params: { count: delights } })]
    : [];
};
