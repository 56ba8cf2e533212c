import { type PartActions, usePartMenu } from './part-menu.tsx';
import classes from './paths.module.css';
import { useRoving } from './use-roving.ts';
import { type PathsView, shortened } from './view.ts';
import { alpha, type SaidDeed } from './winning-words.ts';

type WinningPictureProps = {
  readonly view: PathsView;
  readonly deeds: readonly SaidDeed[];
  readonly width: number;
  readonly caption: string;
  /** The winners behind a line. */
  readonly see: (said: SaidDeed) => PartActions['see'];
};

const row = 50;
const head = 26;

/** Each difference on one line with its interval: right of the middle, those who come there do it more. */
export function WinningPicture({ view, deeds, width, caption, see }: WinningPictureProps) {
  const { t, format } = view;
  const roving = useRoving(deeds.length);
  const { open, menu } = usePartMenu(view);
  const reach = Math.max(
    0.05,
    ...deeds.flatMap(({ difference: { low, high } }) => [Math.abs(low), Math.abs(high)]),
  );
  const beside = width > 620 ? Math.min(380, width * 0.42) : 0;
  const figures = 62;
  const middle = beside + (width - beside - figures) / 2;
  const x = (value: number) => middle + (value / reach) * ((width - beside - figures) / 2 - 8);
  const height = head + deeds.length * row;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={classes.drawing}
        role="group"
        aria-label={caption}
      >
        <text x={middle - 8} y={14} textAnchor="end" className={classes.note}>
          {t('winning.axisLess')}
        </text>
        <text x={middle + 8} y={14} className={classes.note}>
          {t('winning.axisMore')}
        </text>
        <line className={classes.axis} x1={middle} x2={middle} y1={head - 6} y2={height} />
        {deeds.map((said, at) => {
          const { difference, p } = said;
          const top = head + at * row;
          const y = beside > 0 ? top + 20 : top + 32;
          return (
            <g
              key={said.key}
              aria-label={said.spoken}
              className={classes.box}
              {...roving(at, open({ label: said.spoken, see: see(said) }))}
            >
              <title>{said.spoken}</title>
              <rect className={classes.frame} x={1} y={top} width={width - 2} height={row - 6} rx={4} />
              <text
                x={4}
                y={top + 16}
                className={`${p < alpha ? classes.strong : classes.soft} ${classes.halo}`}
              >
                {shortened(said.deed, beside > 0 ? beside - 20 : width - 8, 6.8)}
              </text>
              <text
                x={4}
                y={top + (beside > 0 ? 33 : 46)}
                className={beside > 0 ? classes.note : classes.gone}
              >
                {t('winning.against', {
                  winners: said.winners,
                  others: said.others,
                })}
              </text>
              <line
                className={p < alpha ? classes.spanSure : classes.spanUnsure}
                x1={x(difference.low)}
                x2={x(difference.high)}
                y1={y}
                y2={y}
              />
              <circle
                className={p < alpha ? classes.dotSure : classes.stop}
                cx={x(difference.value)}
                cy={y}
                r={5}
              />
              <text x={width - 4} y={y + 4} textAnchor="end">
                {format.signed(difference.value * 100, Math.abs(difference.value) < 0.1 ? 1 : 0)}
              </text>
              <rect className={classes.hit} x={0} y={top} width={width} height={row - 6} />
            </g>
          );
        })}
      </svg>
      {menu}
    </>
  );
}
