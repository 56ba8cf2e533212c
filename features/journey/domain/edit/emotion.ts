import type { Change } from '#kit/document/changes.ts';
import { part, removal } from '../dependents.ts';
import { type EmotionPoint, emotionId, type JourneyMap } from '../schema.ts';
import { put, rewrite } from './change.ts';

/** Which point: one per reading, persona (null: everyone) and step. */
export type EmotionPlace = Pick<EmotionPoint, 'reading' | 'personaId' | 'stepId'>;

/**
 * Puts the point of a curve at `value` (−3…+3, kept to a tenth: finer than a hand can draw) or moves it there.
 * What is not told of a point already there stays.
 */
export function placeEmotion(
  map: JourneyMap,
  input: EmotionPlace & {
    readonly value: number;
    readonly intensity?: number | undefined;
    readonly note?: string | undefined;
  },
): Change[] {
  const { reading, personaId, stepId } = input;
  if (!part(map, 'steps', stepId) || Number.isNaN(input.value)) return [];
  if (personaId !== null && !part(map, 'personas', personaId)) return [];
  const id = emotionId(reading, personaId, stepId);
  const value = within(-3, 3, Math.round(input.value * 10) / 10);
  const intensity = input.intensity === undefined ? undefined : within(0, 1, input.intensity);
  if (part(map, 'emotions', id)) {
    return rewrite(map, 'emotions', id, { value, intensity, note: input.note });
  }
  const point: EmotionPoint = {
    stepId,
    personaId,
    reading,
    value,
    intensity: intensity ?? 0.5,
    note: input.note ?? '',
  };
  return [put('emotions', id, point)];
}

export const removeEmotion = (map: JourneyMap, place: EmotionPlace): Change[] =>
  removal(map, 'emotions', emotionId(place.reading, place.personaId, place.stepId));

// Adding 0 turns −0 into 0: the two are written alike in JSON and must compare alike.
const within = (low: number, high: number, value: number): number => Math.min(high, Math.max(low, value)) + 0;
