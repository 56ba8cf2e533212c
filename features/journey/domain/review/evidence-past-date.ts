import { newestEvidence } from '#persona/domain/proof.ts';
import { footing } from '../evidence.ts';
import { plainText } from '../rich-text/rich-text.ts';
import type { Rule } from './reading.ts';
import { remark } from './remark.ts';

/** Statements whose evidence is all past its date, or has no date by which one could tell. */
export const evidencePastDate: Rule = ({ steps, context }) =>
  steps.flatMap((step) =>
    step.cards.flatMap(({ id, card }) => {
      const state = footing(card, context.today);
      const params = { text: plainText(card.text), step: step.title };
      if (state === 'past') {
        return [
          remark('evidence-past-date', 'past', 'improve', [['cards', id]], {
            params: { ...params, date: newestEvidence(card)! },
          }),
        ];
      }
      return state === 'undated'
        ? [remark('evidence-past-date', 'undated', 'consider', [['cards', id]], { params })]
        : [];
    }),
  );
