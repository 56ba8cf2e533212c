import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the pages composed here. */
export const useText = roomText('app', messages);
