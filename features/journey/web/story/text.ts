import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the story page. */
export const useText = roomText('journey-story', messages);
