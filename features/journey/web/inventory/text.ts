import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the inventory of touchpoints. */
export const useText = roomText('journey-inventory', messages);
