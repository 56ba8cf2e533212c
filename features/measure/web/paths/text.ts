import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the pages of lived journeys. */
export const useText = roomText('measure-paths', messages);
