import { en } from './messages-en.ts';
import { fr } from './messages-fr.ts';

/** The words of the voice room. */
export const messages = { en, fr } as const;
