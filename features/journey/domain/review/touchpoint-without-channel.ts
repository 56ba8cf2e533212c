import { knownChannel } from '#kit/channel.ts';
import type { Rule } from './reading.ts';
import { remark } from './remark.ts';

/** Ways to write that one does not know, besides "other": "?", "to do", "à définir". */
const unsaid = /^([?.\-–—…x]+|n\/?a|tbd|todo|to do|to be defined|à définir|à préciser|à voir)$/i;
const other = /^(other|autre|unknown|inconnu)$/i;

/** A channel of the team's own ("Minitel") is one; "other" is none. */
export const touchpointWithoutChannel: Rule = ({ steps }) =>
  steps.flatMap((step) =>
    step.touchpoints
      .filter(({ touchpoint: { channel } }) => {
        const word = channel.trim();
        return knownChannel(word) === 'other' && (other.test(word) || unsaid.test(word));
      })
      .map(({ id, touchpoint: { title } }) =>
        remark(
          'touchpoint-without-channel',
          title.trim() === '' ? 'untitled' : 'main',
          'improve',
          [['touchpoints', id]],
          {
            params: { title, step: step.title },
          },
        ),
      ),
  );
