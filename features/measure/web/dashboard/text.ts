import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of dashboards. */
export const useText = roomText('measure-dashboard', messages);
