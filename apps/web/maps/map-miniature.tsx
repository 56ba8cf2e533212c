import { curveMonotoneX, line } from 'd3-shape';
import type { MapSummary } from '#journey/contract.ts';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import classes from './map-miniature.module.css';

const width = 144;
const height = 44;
const margin = 5;

type MapMiniatureProps = { readonly curve: MapSummary['curve'] };

/** The signature of a map: its felt emotion curve, small. */
export function MapMiniature({ curve }: MapMiniatureProps) {
  const t = useText();
  const format = useFormat();
  const values = curve?.points.map(({ value }) => value) ?? [];
  const path =
    curve &&
    line<(typeof curve.points)[number]>(
      ({ at }) => margin + at * (width - 2 * margin),
      ({ value }) => margin + ((3 - value) / 6) * (height - 2 * margin),
    ).curve(curveMonotoneX)([...curve.points]);
  const say = (value: number | undefined) => format.signed(value ?? 0, 1);
  const label = curve
    ? t('maps.curve', {
        first: say(values[0]),
        last: say(values.at(-1)),
        low: say(Math.min(...values)),
        high: say(Math.max(...values)),
      })
    : t('maps.noCurve');
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={classes.miniature}
      role="img"
      aria-label={label}
    >
      <line x1="0" x2={width} y1={height / 2} y2={height / 2} className={classes.zero} />
      {curve && path && (
        <path
          d={path}
          className={classes.curve}
          stroke={curve.colour === null ? 'var(--ink)' : `var(--persona-${curve.colour})`}
        />
      )}
    </svg>
  );
}
