import { knownChannel } from '#kit/channel.ts';
import type { PreferredChannel } from '../../domain/schema.ts';

/** Sentences of the design system by their key, where they exist: `useText` of `#ui/text.ts`. */
type UiWords = { maybe(key: string): string | undefined };

/** The name of a channel: the known one's, or the word the team wrote. */
export function channelName(ui: UiWords, channel: string): string {
  const known = knownChannel(channel);
  return known === 'other' ? channel : (ui.maybe(`channel.${known}`) ?? channel);
}

/** "application, le soir". */
export const channelWords = (ui: UiWords, { channel, note }: PreferredChannel): string =>
  note.trim() === '' ? channelName(ui, channel) : `${channelName(ui, channel)}, ${note.trim()}`;
