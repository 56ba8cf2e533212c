import classes from '../paths/paths.module.css';
import { useRoving } from '../paths/use-roving.ts';
import { shortened } from '../paths/view.ts';

export type WhiskerRow = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The figure as it is read beside the bar, and the whole row as words. */
  readonly text: string;
  readonly spoken: string;
};

type WhiskerPictureProps = {
  readonly rows: readonly WhiskerRow[];
  readonly width: number;
  readonly caption: string;
  /** A figure that is no bar: where it lies on its own scale. */
  readonly from?: number;
};

const row = 30;
const figures = 92;

/** A bar from zero for each figure, with its interval; one stop of the Tab key, then the arrows. */
export function WhiskerPicture({ rows, width, caption, from = 0 }: WhiskerPictureProps) {
  const roving = useRoving(rows.length);
  const narrow = width < 560;
  const labels = narrow ? 0 : Math.min(280, width * 0.32);
  const line = narrow ? row + 16 : row;
  const room = width - labels - figures - 8;
  const low = Math.min(from, ...rows.map((each) => each.low));
  const high = Math.max(from, ...rows.map((each) => each.high));
  const x = (value: number): number => labels + ((value - low) / (high - low || 1)) * room;
  const height = rows.length * line + 4;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={classes.drawing}
      role="group"
      aria-label={caption}
    >
      <line className={classes.axis} x1={x(from)} x2={x(from)} y1={0} y2={height} />
      {rows.map((each, at) => {
        const top = at * line + 2;
        const middle = top + line - row / 2;
        return (
          <g key={each.key} aria-label={each.spoken} className={classes.box} {...roving(at)}>
            <title>{each.spoken}</title>
            <rect className={classes.frame} x={1} y={top} width={width - 2} height={line - 2} rx={4} />
            <text
              x={4}
              y={narrow ? top + 15 : middle + 4}
              className={narrow ? `${classes.soft} ${classes.halo}` : undefined}
            >
              {shortened(each.label, narrow ? width - 8 : labels - 14)}
            </text>
            <rect
              className={classes.bar}
              x={Math.min(x(from), x(each.value))}
              y={middle - 6}
              width={Math.max(1, Math.abs(x(each.value) - x(from)))}
              height={12}
              rx={3}
            />
            {['whiskerEdge', 'whisker'].map((part) => (
              <line
                key={part}
                className={classes[part]}
                x1={x(each.low)}
                x2={x(each.high)}
                y1={middle}
                y2={middle}
              />
            ))}
            <text x={width - 4} y={middle + 4} textAnchor="end">
              {each.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
