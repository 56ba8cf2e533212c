import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the voice room. */
export const useText = roomText('voice', messages);
