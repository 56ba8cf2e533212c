import type { FrameWords, PortraitContent } from '../../domain/deliverable/content.ts';
import type { Persona } from '../../domain/schema.ts';

/** How portraits are said in one language, today. */
export type PortraitWords = {
  content(persona: Persona): PortraitContent;
  frame(portraits: number): FrameWords;
  /** Name of the file, without its ending: what it is, and of whom; of the workspace unless told. */
  fileName(what: 'poster' | 'card' | 'booklet', of?: string): string;
};
