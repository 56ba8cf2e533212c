import type { GroupTrend } from '#measure/domain/indicator/groups.ts';
import { newestOfGroup } from '#measure/domain/indicator/groups.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import type { TrendPoint } from '#measure/domain/indicator/trend.ts';
import { useRoving } from '../paths/use-roving.ts';
import { shortened } from '../paths/view.ts';
import { groupFigureText, groupName, groupSentence, groupSentenceOf } from './group-words.ts';
import { layOutTrend, rangeOf } from './trend-layout.ts';
import classes from './trend-picture.module.css';
import { type IndicatorSpeech, periodWords, valueText } from './words.ts';

type GroupsPictureProps = {
  readonly speech: IndicatorSpeech;
  readonly indicator: Indicator;
  /** Everyone, behind each group. */
  readonly points: readonly TrendPoint[];
  readonly groups: readonly GroupTrend[];
  readonly width: number;
  readonly caption: string;
  /** First day of the period whose figures are told; without it, the newest that is over in each group. */
  readonly from?: string;
};

const gap = 24;
const height = 176;
/** Narrower, the panels stand one under the other. */
const least = 250;

/**
 * A panel per group on one scale: its line with its 95 % band, and the line of everyone behind. Bands of several groups in one
 * frame would hide each other.
 */
export function GroupsPicture(props: GroupsPictureProps) {
  const { speech, indicator, points, groups, width, caption, from } = props;
  const roving = useRoving(groups.length);
  const across = Math.max(1, Math.min(groups.length, Math.floor((width + gap) / (least + gap))));
  const wide = (width - gap * (across - 1)) / across;
  const range = rangeOf([points, ...groups.map((group) => group.points)], indicator.target?.value ?? null);
  const rows = Math.ceil(groups.length / across);
  const whole = rows * (height + gap) - gap;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg
      className={classes.picture}
      viewBox={`0 0 ${width} ${whole}`}
      width={width}
      height={whole}
      role="group"
      aria-label={caption}
    >
      {groups.map((group, at) => {
        const spoken =
          from === undefined
            ? groupSentence(speech, indicator, group)
            : groupSentenceOf(speech, indicator, group, from);
        return (
          <g
            key={group.key}
            className={classes.panel}
            aria-label={spoken}
            transform={`translate(${(at % across) * (wide + gap)} ${Math.floor(at / across) * (height + gap)})`}
            {...roving(at)}
          >
            <title>{spoken}</title>
            <Panel
              speech={speech}
              indicator={indicator}
              everyone={points}
              group={group}
              wide={wide}
              range={range}
              {...(from !== undefined && { from })}
            />
          </g>
        );
      })}
    </svg>
  );
}

type PanelProps = Pick<GroupsPictureProps, 'speech' | 'indicator' | 'from'> & {
  readonly everyone: readonly TrendPoint[];
  readonly group: GroupTrend;
  readonly wide: number;
  readonly range: ReturnType<typeof rangeOf>;
};

function Panel({ speech, indicator, everyone, group, wide, range, from }: PanelProps) {
  const { t } = speech;
  const frame = { width: wide, height, left: 4, right: 8, top: 44, bottom: 24 };
  const layout = layOutTrend(group.points, indicator.target?.value ?? null, frame, 110, range);
  const behind = layOutTrend(everyone, null, frame, 110, range);
  const newest =
    from === undefined ? newestOfGroup(group) : group.points.find((point) => point.from === from);
  const figure = newest ? groupFigureText(speech, indicator, newest.figure) : t('figure.nobody');
  const [first, last] = [group.points[0], group.points.at(-1)];
  const room = wide - figure.length * 7 - 16;
  return (
    <>
      <rect className={classes.frame} x={-6} y={-6} width={wide + 12} height={height + 12} rx={6} />
      <text className={classes.group} x={frame.left} y={14}>
        {shortened(groupName(speech, group), room, 7.4)}
      </text>
      <text className={classes.newest} x={wide - frame.right} y={14} textAnchor="end">
        {figure}
      </text>
      {range && (
        <text className={classes.word} x={frame.left} y={33}>
          {t('groups.scale', {
            low: valueText(speech, indicator, range[0]),
            high: valueText(speech, indicator, range[1]),
          })}
        </text>
      )}
      {[frame.top, height - frame.bottom].map((y) => (
        <line key={y} className={classes.mark} x1={frame.left} x2={wide - frame.right} y1={y} y2={y} />
      ))}
      {behind?.lines.map((line) => (
        <path key={line} className={classes.everyone} d={line} />
      ))}
      {layout?.bands.map((band) => (
        <path key={band} className={classes.band} d={band} />
      ))}
      {layout !== null && layout.target !== null && (
        <line
          className={classes.target}
          x1={frame.left}
          x2={wide - frame.right}
          y1={layout.target}
          y2={layout.target}
        />
      )}
      {layout?.lines.map((line) => (
        <path key={line} className={classes.line} d={line} />
      ))}
      {layout?.dots.map(({ point, x, y }) => (
        <circle
          key={point.from}
          className={point.state === 'over' ? classes.dot : classes.open}
          cx={x}
          cy={y}
          r={3}
        />
      ))}
      {layout === null && (
        <text className={classes.word} x={wide / 2} y={height / 2 + 14} textAnchor="middle">
          {t('groups.noLine')}
        </text>
      )}
      {first && last && (
        <>
          <text className={classes.word} x={frame.left} y={height - 6}>
            {periodWords(speech, indicator.grain, first.from)}
          </text>
          {last !== first && wide > 220 && (
            <text className={classes.word} x={wide - frame.right} y={height - 6} textAnchor="end">
              {periodWords(speech, indicator.grain, last.from)}
            </text>
          )}
        </>
      )}
    </>
  );
}
