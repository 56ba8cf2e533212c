import { type EmotionPoint, emotionId, type JourneyMap } from '../schema.ts';

/**
 * The to-be map to begin with, made from an as-is one. Every part keeps its id: that is what `compareMaps` compares by.
 * What only the present can say stays behind: nobody has felt the future, so the curve felt today becomes the wanted one
 * to draw from (where none was wanted yet); the talk and the dismissed remarks are about the as-is map; the story is to
 * be told anew. Bindings stay: they will measure whether the to-be is reached.
 */
export function toBe(asIs: JourneyMap, asIsMapId: string): JourneyMap {
  const points = Object.values(asIs.emotions);
  const wanted = new Set(
    points.filter(({ reading }) => reading === 'planned').map(({ personaId }) => personaId),
  );
  const emotions: Record<string, EmotionPoint> = {};
  for (const point of points) {
    if (point.reading === 'felt' && wanted.has(point.personaId)) continue;
    emotions[emotionId('planned', point.personaId, point.stepId)] =
      point.reading === 'planned' ? point : { ...point, reading: 'planned', note: '' };
  }
  return {
    ...asIs,
    state: 'to-be',
    asIsMapId,
    story: '',
    structureLocked: false,
    emotions,
    comments: {},
    replies: {},
    dismissals: {},
  };
}
