import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the persona room. */
export const useText = roomText('persona', messages);
