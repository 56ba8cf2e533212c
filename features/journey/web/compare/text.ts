import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of what changed between two maps. */
export const useText = roomText('journey-compare', messages);
