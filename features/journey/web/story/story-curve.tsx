import { emotionCurve, orderedSteps } from '../../domain/outline.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { CurveLines } from '../picture/curve-lines.tsx';
import classes from './story.module.css';

type StoryCurveProps = { readonly map: JourneyMap; readonly personaId: string | null };

/** The curve that the story follows, as its frontispiece: the text says the same in words. */
export function StoryCurve({ map, personaId }: StoryCurveProps) {
  const steps = orderedSteps(map).map(([id]) => id);
  const readings = map.state === 'to-be' ? (['planned', 'felt'] as const) : (['felt', 'planned'] as const);
  const followed = readings
    .flatMap((reading) => [personaId, null].map((who) => ({ who, points: emotionCurve(map, reading, who) })))
    .find(({ points }) => points.length > 1);
  if (!followed) return null;
  const persona = followed.who === null ? undefined : map.personas[followed.who];
  return (
    <div className={classes.curve}>
      <CurveLines
        columns={steps.length}
        lines={[
          {
            key: 'told',
            points: followed.points.map(([, { stepId, value }]) => ({ at: steps.indexOf(stepId), value })),
            colour: persona ? `var(--persona-${persona.colour})` : 'var(--ink)',
          },
        ]}
      />
    </div>
  );
}
