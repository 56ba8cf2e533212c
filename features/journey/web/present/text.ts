import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the presentation. */
export const useText = roomText('journey-present', messages);
