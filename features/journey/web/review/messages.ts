import { en } from './messages-en.ts';
import { fr } from './messages-fr.ts';

/** The words of the method review: for each finding of each rule, its title, why in two sentences, and the remedy. */
export const messages = { en, fr } as const;
