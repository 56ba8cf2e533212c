import { en } from './messages-en.ts';
import { fr } from './messages-fr.ts';

/** The words of the tools of the map. */
export const messages = { en, fr } as const;
