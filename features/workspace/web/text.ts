import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the workspace room. */
export const useText = roomText('workspace', messages);
