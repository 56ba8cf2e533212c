import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the journey room. */
export const useText = roomText('journey', messages);
