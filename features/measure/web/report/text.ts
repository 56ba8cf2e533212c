import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the report for the committee. */
export const useText = roomText('measure-report', messages);
