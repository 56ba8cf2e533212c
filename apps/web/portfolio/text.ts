import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of how maps hang together. */
export const useText = roomText('app-portfolio', messages);
