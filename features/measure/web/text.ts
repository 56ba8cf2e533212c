import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the measure room. */
export const useText = roomText('measure', messages);
