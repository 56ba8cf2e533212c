import type { Entry } from '../../domain/outline.ts';
import type { MapPersona } from '../../domain/schema.ts';

/** The personas whose curves are drawn, in the order of the map. */
export type EmotionPersonas = readonly Entry<MapPersona>[];
