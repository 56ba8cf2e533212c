import classes from './paths.module.css';
import { useRoving } from './use-roving.ts';
import { type PathsView, shortened } from './view.ts';

export type TimelineRow = {
  /** Of the journey, from 1. */
  readonly rank: number;
  readonly name: string;
  /** Date and hour. */
  readonly when: string;
  /** Time since the passage before. */
  readonly since: string | undefined;
  /** Channel, score … */
  readonly beside: readonly string[];
};

type TimelinePictureProps = {
  readonly view: PathsView;
  readonly rows: readonly TimelineRow[];
  readonly width: number;
  readonly caption: string;
  /** What comes after the last row. */
  readonly end: string;
  /** The journey goes on, or may. */
  readonly open: boolean;
};

const pitch = 62;
const top = 16;

/** Passages down a line, with the time between them. */
export function TimelinePicture({ view, rows, width, caption, end, open }: TimelinePictureProps) {
  const { t } = view;
  const roving = useRoving(rows.length);
  const x = Math.min(96, Math.max(72, width * 0.12));
  const height = top + rows.length * pitch + 24;
  const last = top + (rows.length - 1) * pitch;
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
      <line className={classes.thread} x1={x} x2={x} y1={top} y2={last} />
      <line className={open ? classes.half : classes.thread} x1={x} x2={x} y1={last} y2={last + pitch - 10} />
      {rows.map((row, at) => {
        const y = top + at * pitch;
        const told = [row.when, ...row.beside].join(' · ');
        const place = { n: row.rank, place: row.name, told };
        const spoken =
          row.since === undefined
            ? t('timeline.spokenFirst', place)
            : t('timeline.spoken', { ...place, since: row.since });
        return (
          <g key={row.rank} aria-label={spoken} className={classes.box} {...roving(at)}>
            <title>{spoken}</title>
            <rect className={classes.frame} x={2} y={y - 14} width={width - 4} height={40} rx={4} />
            {row.since !== undefined && (
              <text x={x - 12} y={y - pitch / 2 + 12} textAnchor="end" className={classes.note}>
                {t('timeline.later', { since: row.since })}
              </text>
            )}
            <circle className={classes.stop} cx={x} cy={y} r={5} />
            <text x={x + 16} y={y + 4} className={classes.strong}>
              {shortened(row.name, width - x - 20, 7)}
            </text>
            <text x={x + 16} y={y + 21} className={classes.note}>
              {shortened(told, width - x - 20, 5.8)}
            </text>
          </g>
        );
      })}
      <text x={x + 16} y={last + pitch - 6} className={classes.soft}>
        {end}
      </text>
    </svg>
  );
}
