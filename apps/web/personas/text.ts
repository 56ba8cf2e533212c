import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of what the data say of a persona. */
export const useText = roomText('app-personas', messages);
