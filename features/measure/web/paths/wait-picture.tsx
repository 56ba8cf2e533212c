import { area, curveStepAfter, line } from 'd3-shape';
import type { WaitAnswer } from '#measure/domain/paths/answer.ts';
import { shareEnds } from '../ends.ts';
import classes from './paths.module.css';
import { ticksOf } from './time-ticks.ts';
import { useRoving } from './use-roving.ts';
import type { PathsView } from './view.ts';

type WaitPictureProps = {
  readonly view: PathsView;
  readonly answer: WaitAnswer;
  readonly width: number;
  /** The whole picture as words. */
  readonly spoken: string;
};

const height = 320;
const left = 52;
const top = 26;
const bottom = 34;

/** The curve of those who still wait, with its band and its half. */
export function WaitPicture({ view, answer, width, spoken }: WaitPictureProps) {
  const { t, format } = view;
  const { curve, median } = answer;
  const end = Math.max(1, curve.at(-1)?.time ?? 1);
  const right = width - 16;
  const x = (time: number) => left + (time / end) * (right - left);
  const y = (share: number) => top + (1 - share) * (height - top - bottom);
  const points = [{ time: 0, waiting: 1, low: 1, high: 1 }, ...curve];
  // Where nobody is left waiting there is no interval: the band stops there.
  const bounded = points.filter((point) => point.low !== null && point.high !== null);
  const band = area<(typeof points)[number]>()
    .x((point) => x(point.time))
    .y0((point) => y(point.low ?? 0))
    .y1((point) => y(point.high ?? 0))
    .curve(curveStepAfter)(bounded);
  const path = line<(typeof points)[number]>()
    .x((point) => x(point.time))
    .y((point) => y(point.waiting))
    .curve(curveStepAfter)(points);
  const half = median.withheld ? null : median.value;
  const stops = ticksOf(end, 12).map((time) => ({
    ...(points.findLast((point) => point.time <= time) ?? { waiting: 1, low: null, high: null }),
    time,
  }));
  const roving = useRoving(stops.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={classes.drawing}
      role="group"
      aria-label={spoken}
    >
      <text x={0} y={12} className={classes.note}>
        {t('time.axis')}
      </text>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line className={classes.axis} x1={left} x2={right} y1={y(share)} y2={y(share)} />
          <text x={left - 8} y={y(share) + 4} textAnchor="end" className={classes.note}>
            {format.share(share)}
          </text>
        </g>
      ))}
      {ticksOf(end, width < 500 ? 3 : 6).map((time) => (
        <text key={time} x={x(time)} y={height - 12} textAnchor="middle" className={classes.note}>
          {format.duration(time)}
        </text>
      ))}
      {band !== null && <path d={band} className={classes.area} />}
      {path !== null && <path d={path} className={classes.line} />}
      {stops.map(({ time, waiting, low, high }, at) => {
        const said = t(low === null || high === null ? 'time.stopPlain' : 'time.stop', {
          time: format.duration(time),
          share: format.share(waiting),
          ...shareEnds(format, { low: low ?? waiting, high: high ?? waiting }),
        });
        return (
          <g key={time} aria-label={said} className={classes.box} {...roving(at)}>
            <title>{said}</title>
            <circle className={classes.frame} cx={x(time)} cy={y(waiting)} r={11} />
            <circle className={classes.dotSure} cx={x(time)} cy={y(waiting)} r={3.5} />
          </g>
        );
      })}
      {half !== null && half <= end && (
        <>
          <line className={classes.half} x1={x(half)} x2={x(half)} y1={y(0.5)} y2={y(0)} />
          <line className={classes.half} x1={left} x2={x(half)} y1={y(0.5)} y2={y(0.5)} />
          <text x={x(half) + 6} y={y(0.5) - 6} className={`${classes.strong} ${classes.halo}`}>
            {t('time.half', { time: format.duration(half) })}
          </text>
        </>
      )}
    </svg>
  );
}
