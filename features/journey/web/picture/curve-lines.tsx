import { curveMonotoneX, line } from 'd3-shape';
import { useText } from '../text.ts';
import classes from './curve-lines.module.css';

export type DrawnLine = {
  readonly key: string;
  /** `at`: place among the columns, from 0. In growing order. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
  /** A CSS colour. */
  readonly colour: string;
  readonly dashed?: boolean;
};

type CurveLinesProps = {
  readonly columns: number;
  readonly lines: readonly DrawnLine[];
  /** Columns to tint. */
  readonly chosen?: { readonly from: number; readonly count: number } | null;
  /** From one value to another of a column, drawn as a stroke between two curves. */
  readonly gaps?: readonly { readonly at: number; readonly from: number; readonly to: number }[];
};

/** In percent of the width, middle of the column. */
const across = (at: number, columns: number): number => ((at + 0.5) / columns) * 100;
/** In percent of the height: +3 is near the top, −3 near the bottom. */
const down = (value: number): number => 8 + ((3 - value) / 6) * 84;

/**
 * Emotion curves over columns, as wide and as high as their box. A picture only: what it says stands beside it in words
 * or in a table.
 */
export function CurveLines({ columns, lines, chosen = null, gaps = [] }: CurveLinesProps) {
  const t = useText();
  const smooth = line<{ at: number; value: number }>()
    .x(({ at }) => across(at, columns))
    .y(({ value }) => down(value))
    .curve(curveMonotoneX);
  return (
    <div className={classes.picture} aria-hidden="true">
      {chosen !== null && (
        <div
          className={classes.chosen}
          style={{ left: `${(chosen.from / columns) * 100}%`, width: `${(chosen.count / columns) * 100}%` }}
        />
      )}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={classes.lines} aria-hidden="true">
        <line className={classes.middle} x1={0} x2={100} y1={down(0)} y2={down(0)} />
        {gaps.map(({ at, from, to }) => (
          <line
            key={at}
            className={to >= from ? classes.gain : classes.loss}
            x1={across(at, columns)}
            x2={across(at, columns)}
            y1={down(from)}
            y2={down(to)}
          />
        ))}
        {lines.map(({ key, points, colour, dashed }) => (
          <path
            key={key}
            d={smooth([...points]) ?? ''}
            className={dashed ? classes.dashed : classes.line}
            style={{ stroke: colour }}
          />
        ))}
      </svg>
      {lines.map(({ key, points, colour, dashed }) =>
        points.map(({ at, value }) => (
          <span
            key={`${key}-${at}`}
            className={classes.dot}
            data-small={dashed ? '' : undefined}
            style={{ left: `${across(at, columns)}%`, top: `${down(value)}%`, borderColor: colour }}
          />
        )),
      )}
      <span className={classes.extreme} style={{ top: 4 }}>
        {t('emotion.top')}
      </span>
      <span className={classes.extreme} style={{ bottom: 4 }}>
        {t('emotion.bottom')}
      </span>
    </div>
  );
}
