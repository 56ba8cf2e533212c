import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the readation. */
export const useText = roomText('journey-read', messages);
