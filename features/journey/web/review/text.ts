import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the method review. */
export const useText = roomText('journey-review', messages);
