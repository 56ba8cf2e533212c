import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of what is done together on a map. */
export const useText = roomText('journey-talk', messages);
