import { roomText } from '#ui/i18n.ts';
import { messages } from './messages.ts';

/** The words of the import of a file. */
export const useText = roomText('import', messages);
