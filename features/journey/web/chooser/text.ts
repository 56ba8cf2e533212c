import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the choice of a kind of map. */
export const useText = roomText('journey-chooser', messages);
