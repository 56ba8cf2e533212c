import { useElementSize } from '@mantine/hooks';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import type { TrendPoint } from '#measure/domain/indicator/trend.ts';
import { layOutTrend } from './trend-layout.ts';
import classes from './trend-picture.module.css';
import { detailText, figureText, type IndicatorSpeech, periodWords, valueText } from './words.ts';

type TrendPictureProps = {
  readonly speech: IndicatorSpeech;
  readonly indicator: Indicator;
  readonly points: readonly TrendPoint[];
  /** A line beside other words: no axis, no names. */
  readonly small?: boolean;
};

const marginOf = (small: boolean, width: number) =>
  small
    ? { width, height: 56, left: 6, right: 6, top: 8, bottom: 8 }
    : { width, height: 260, left: 62, right: 22, top: 22, bottom: 34 };

/** A figure over its periods with its 95 % band and its target; all of it is also in a table. */
export function TrendPicture({ speech, indicator, points, small = false }: TrendPictureProps) {
  const { t } = speech;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const frame = marginOf(small, Math.max(small ? 120 : 280, Math.floor(width)));
  const layout = layOutTrend(points, indicator.target?.value ?? null, frame);
  const name = (from: string) => periodWords(speech, indicator.grain, from);
  const [first, last] = [points[0], points.at(-1)];
  if (!layout || !first || !last) return <p className={classes.empty}>{t('picture.empty')}</p>;
  const spoken = `${t('picture.label', { name: indicator.name })}. ${t('picture.spoken', {
    count: points.length,
    first: name(first.from),
    last: name(last.from),
  })}`;
  return (
    <div ref={ref} className={classes.frame}>
      {width > 0 && (
        <svg
          className={classes.picture}
          width={frame.width}
          height={frame.height}
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          role="img"
          aria-label={spoken}
        >
          {!small &&
            layout.marks.map(({ value, y }) => (
              <g key={value}>
                <line className={classes.mark} x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} />
                <text className={classes.word} x={frame.left - 10} y={y} dy="0.32em" textAnchor="end">
                  {valueText(speech, indicator, value)}
                </text>
              </g>
            ))}
          {layout.bands.map((band) => (
            <path key={band} className={classes.band} d={band} />
          ))}
          {layout.target !== null && (
            <line
              className={classes.target}
              x1={frame.left}
              x2={frame.width - frame.right}
              y1={layout.target}
              y2={layout.target}
            />
          )}
          {!small && layout.target !== null && indicator.target && (
            <text
              className={classes.targetWord}
              x={frame.width - frame.right}
              y={layout.target - 6}
              textAnchor="end"
            >
              {t('target.line', { value: valueText(speech, indicator, indicator.target.value) })}
            </text>
          )}
          {layout.lines.map((line) => (
            <path key={line} className={classes.line} d={line} />
          ))}
          {layout.dots.map(({ point, x, y }) => (
            <circle
              key={point.from}
              className={point.state === 'over' ? classes.dot : classes.open}
              cx={x}
              cy={y}
              r={small ? 2.5 : 4}
            >
              {!small && (
                <title>
                  {`${name(point.from)} · ${figureText(speech, indicator, point.figure)} · ${detailText(speech, indicator, point.figure)}`}
                </title>
              )}
            </circle>
          ))}
          {!small &&
            layout.named.map(({ from, x }) => (
              <text
                key={from}
                className={classes.word}
                x={x}
                y={frame.height - 10}
                textAnchor={x > frame.width - 70 ? 'end' : x < frame.left + 30 ? 'start' : 'middle'}
              >
                {name(from)}
              </text>
            ))}
        </svg>
      )}
    </div>
  );
}
