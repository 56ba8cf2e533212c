import { emotionCurve } from '../outline.ts';
import { emotionReadings } from '../schema.ts';
import { isEmpty, type Rule } from './reading.ts';
import { remark } from './remark.ts';

/** A persona who feels nothing on a map that is written. On a to-be map, a wanted curve is one. */
export const personaWithoutCurve: Rule = ({ outline, map, steps }) => {
  if (steps.every(isEmpty)) return [];
  const readings = map.state === 'to-be' ? emotionReadings : (['felt'] as const);
  return outline.personas.flatMap(([id, { name }]) => {
    const points = Math.max(...readings.map((reading) => emotionCurve(map, reading, id).length));
    if (points > 1) return [];
    return [
      remark('persona-without-curve', points === 0 ? 'none' : 'one-point', 'improve', [['personas', id]], {
        params: { name },
      }),
    ];
  });
};
