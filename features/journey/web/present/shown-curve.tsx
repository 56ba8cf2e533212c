import type { LiveFigures } from '../../domain/live-figures.ts';
import { emotionCurve, type Outline } from '../../domain/outline.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { CurveLines, type DrawnLine } from '../picture/curve-lines.tsx';
import classes from './present.module.css';
import { useText } from './text.ts';

type ShownCurveProps = {
  readonly map: JourneyMap;
  readonly outline: Outline;
  readonly personaId: string | null;
  readonly live: LiveFigures | null;
  readonly chosen?: { readonly from: number; readonly count: number } | null;
};

/** The curves of the map: felt (the persona's, else everyone's), wanted, and measured where it is. */
export function ShownCurve({ map, outline, personaId, live, chosen = null }: ShownCurveProps) {
  const t = useText();
  const rank = new Map(outline.steps.map(({ id, index }) => [id, index]));
  const points = (reading: 'felt' | 'planned') => {
    const own = personaId === null ? [] : emotionCurve(map, reading, personaId);
    const shown = own.length > 0 ? own : emotionCurve(map, reading, null);
    return shown.map(([, { stepId, value }]) => ({ at: rank.get(stepId) ?? 0, value }));
  };
  const measured = (live?.measured ?? [])
    .flatMap(({ stepId, value }) => {
      const at = rank.get(stepId);
      return at === undefined ? [] : [{ at, value }];
    })
    .sort((a, b) => a.at - b.at);
  const persona = personaId === null ? undefined : map.personas[personaId];
  const colour = persona ? `var(--persona-${persona.colour})` : 'var(--action)';
  const lines = (
    [
      { key: 'planned', points: points('planned'), colour: 'var(--muted)', dashed: true },
      { key: 'measured', points: measured, colour: 'var(--ink)' },
      { key: 'felt', points: points('felt'), colour },
    ] satisfies (DrawnLine & { key: 'planned' | 'measured' | 'felt' })[]
  ).filter((line) => line.points.length > 0);
  if (lines.length === 0) return null;
  return (
    <figure className={classes.curve}>
      <div className={classes.curvePicture}>
        <CurveLines columns={outline.steps.length} lines={lines} chosen={chosen} />
      </div>
      <figcaption className={classes.legend}>
        {lines.map(({ key, colour: stroke }) => (
          <span key={key}>
            <i style={{ borderTopColor: stroke, borderTopStyle: key === 'planned' ? 'dashed' : 'solid' }} />
            {t(key)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
