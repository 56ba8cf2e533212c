import { type Proof, provenShare } from './proof.ts';
import type { Persona } from './schema.ts';

/** What a gallery says of each persona. */
export type PersonaSketch = Pick<Persona, 'title' | 'kind' | 'quote' | 'tagline' | 'colour' | 'picture'> & {
  readonly proof: Proof;
};

/** `today` is YYYY-MM-DD. */
export const summarise = (persona: Persona, today: string): PersonaSketch => ({
  title: persona.title,
  kind: persona.kind,
  quote: persona.quote,
  tagline: persona.tagline,
  colour: persona.colour,
  picture: persona.picture,
  proof: provenShare(persona, today),
});
