import { roomText } from './i18n.ts';
import { messages } from './messages.ts';

/** The words of the design system. */
export const useText = roomText('ui', messages);
