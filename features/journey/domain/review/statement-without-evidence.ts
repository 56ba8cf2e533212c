import { plainText } from '../rich-text/rich-text.ts';
import type { LaneType } from '../schema.ts';
import type { Rule } from './reading.ts';
import { remark } from './remark.ts';

/** Lanes whose cards judge what customers live: what is written there decides what is repaired. */
const judgements: readonly LaneType[] = [
  'pain-points',
  'delights',
  'expectations',
  'moments-of-truth',
  'key-questions',
  'thoughts',
  'feelings',
];

/**
 * What is called proven and shows no proof, anywhere on the map; and judgements that nobody has checked. Those of a
 * to-be map are intentions: nothing can prove them yet.
 */
export const statementWithoutEvidence: Rule = ({ steps, map }) =>
  steps.flatMap((step) =>
    step.cards
      .filter(({ card }) => card.evidence.length === 0 && card.text.trim() !== '')
      .flatMap(({ id, card, lane }) => {
        const params = { text: plainText(card.text), step: step.title };
        if (card.status === 'validated') {
          return [remark('statement-without-evidence', 'claimed', 'fix', [['cards', id]], { params })];
        }
        if (map.state === 'to-be' || !judgements.includes(lane)) return [];
        const heavy = card.momentOfTruth || (card.weight ?? 0) >= 4;
        return [
          remark(
            'statement-without-evidence',
            heavy ? 'heavy' : 'assumed',
            heavy ? 'improve' : 'consider',
            [['cards', id]],
            { params },
          ),
        ];
      }),
  );
