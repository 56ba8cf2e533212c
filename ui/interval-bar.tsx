import classes from './interval-bar.module.css';

type IntervalBarProps = {
  readonly label: string;
  /** Where the bar and its whisker stand, in the unit of `min`…`max`. */
  readonly value: number;
  /** No whisker without them: a count has none. */
  readonly low?: number;
  readonly high?: number;
  readonly min?: number;
  readonly max?: number;
  /** The figure as it is written: "18 %". */
  readonly text: string;
  /** The whole sentence for a screen reader: "18 %, entre 16 et 20, n = 1 904". */
  readonly spoken: string;
  /** A CSS colour; ink unless told. */
  readonly color?: string;
};

/** One bar with its 95 % whisker, label before and figure after. Bars under each other share min and max. */
export function IntervalBar({
  label,
  value,
  low,
  high,
  min = 0,
  max = 1,
  text,
  spoken,
  color = 'var(--ink)',
}: IntervalBarProps) {
  const at = (x: number) => Math.min(100, Math.max(0, ((x - min) / (max - min)) * 100));
  return (
    <div className={classes.row}>
      <span>{label}</span>
      <span className={classes.track} role="img" aria-label={spoken}>
        <span className={classes.bar} style={{ width: `${at(value)}%`, background: color }} />
        {low !== undefined && high !== undefined && (
          <span
            className={classes.whisker}
            style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }}
          />
        )}
      </span>
      <span className={classes.text} aria-hidden="true">
        {text}
      </span>
    </div>
  );
}
