import type { Persona } from '../../domain/schema.ts';

/** How a sheet speaks of its persona: "what she expects", "what he expects", "what they expect". */
export type Pronoun = 'she' | 'he' | 'they';

export const pronounOf = ({ kind, gender }: Pick<Persona, 'kind' | 'gender'>): Pronoun =>
  kind === 'company' ? 'they' : gender === 'woman' ? 'she' : gender === 'man' ? 'he' : 'they';
