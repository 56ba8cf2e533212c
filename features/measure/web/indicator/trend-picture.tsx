import { useElementSize } from '@mantine/hooks';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import type { TrendPoint } from '#measure/domain/indicator/trend.ts';
import { useRoving } from '../paths/use-roving.ts';
import { layOutTrend } from './trend-layout.ts';
import classes from './trend-picture.module.css';
import { detailText, figureText, type IndicatorSpeech, periodWords, valueText } from './words.ts';

type TrendPictureProps = {
  readonly speech: IndicatorSpeech;
  readonly indicator: Indicator;
  readonly points: readonly TrendPoint[];
  readonly width: number;
  /** A line beside other words: no axis, no names. */
  readonly small?: boolean;
};

const marginOf = (small: boolean, width: number) =>
  small
    ? { width, height: 56, left: 6, right: 6, top: 8, bottom: 8 }
    : { width, height: 260, left: 62, right: 22, top: 22, bottom: 34 };

/** A figure over its periods with its 95 % band and its target, in the room there is: a line beside other words. */
export function TrendLine(props: Omit<TrendPictureProps, 'width'>) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  return (
    <div ref={ref} className={classes.frameOfLine}>
      {width > 0 && <TrendPicture {...props} width={Math.max(120, Math.floor(width))} small />}
    </div>
  );
}

/** The same with its scale and its periods; each period can be reached by keyboard, and all of it is also in a table. */
export function TrendPicture({ speech, indicator, points, width, small = false }: TrendPictureProps) {
  const { t } = speech;
  const frame = marginOf(small, width);
  const layout = layOutTrend(points, indicator.target?.value ?? null, frame);
  const roving = useRoving(layout?.dots.length ?? 0);
  const name = (from: string) => periodWords(speech, indicator.grain, from);
  const [first, last] = [points[0], points.at(-1)];
  if (!layout || !first || !last) return <p className={classes.empty}>{t('picture.empty')}</p>;
  const caption = t('picture.label', { name: indicator.name });
  const spoken = `${caption}. ${t('picture.spoken', {
    count: points.length,
    first: name(first.from),
    last: name(last.from),
  })}`;
  return (
    <svg
      className={classes.picture}
      width={frame.width}
      height={frame.height}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role={small ? 'img' : 'group'}
      aria-label={small ? spoken : caption}
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
      {layout.dots.map(({ point, x, y }, at) => {
        const dot = point.state === 'over' ? classes.dot : classes.open;
        if (small) return <circle key={point.from} className={dot} cx={x} cy={y} r={2.5} />;
        const said = `${name(point.from)} · ${figureText(speech, indicator, point.figure)} · ${detailText(speech, indicator, point.figure)}`;
        return (
          <g key={point.from} aria-label={said} className={classes.period} {...roving(at)}>
            <title>{said}</title>
            <circle className={classes.reach} cx={x} cy={y} r={11} />
            <circle className={dot} cx={x} cy={y} r={4} />
          </g>
        );
      })}
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
  );
}
