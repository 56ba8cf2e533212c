import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the tools of the map: several at once, find, filter, zoom, personas side by side. */
export const useText = roomText('journey-tools', messages);
