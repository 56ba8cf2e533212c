import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of indicators. */
export const useText = roomText('measure-indicator', messages);
