import { channelName, type ReadStep, type Rule } from './reading.ts';
import { remark } from './remark.ts';

/**
 * A channel that customers took by themselves before or during, and that nobody offers after: they go on looking for
 * it. Said only where the "after" is drawn, and of channels that have a name.
 */
export const channelLostAfterPurchase: Rule = ({ steps }) => {
  const offered = (step: ReadStep) =>
    step.touchpoints.map(({ touchpoint }) => channelName(touchpoint.channel));
  const after = steps.filter(({ moment }) => moment === 'after');
  const there = new Set(after.flatMap(offered));
  if (there.size === 0) return [];
  const lastUse = new Map<string, { readonly id: string; readonly channel: string }>();
  for (const step of steps.filter(({ moment }) => moment !== 'after')) {
    for (const { id, touchpoint } of step.touchpoints) {
      const name = channelName(touchpoint.channel);
      if (touchpoint.initiator === 'company' || there.has(name) || unnamed.has(name)) continue;
      lastUse.set(name, { id, channel: touchpoint.channel });
    }
  }
  return [...lastUse].map(([name, { id }]) =>
    remark('channel-lost-after-purchase', 'main', 'consider', [['touchpoints', id]], {
      detail: name,
      params: { channel: name },
    }),
  );
};

const unnamed = new Set(['other', 'autre', 'unknown', 'inconnu', '?']);
