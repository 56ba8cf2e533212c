import { en } from './messages-en.ts';
import { fr } from './messages-fr.ts';

/** The words of what changed between two maps. */
export const messages = { en, fr } as const;
