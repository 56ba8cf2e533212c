import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the frame of a map. */
export const useText = roomText('journey-frame', messages);
