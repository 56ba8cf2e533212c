import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the page that says what counts in lived journeys. */
export const useText = roomText('measure-impact', messages);
