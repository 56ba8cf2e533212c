import classes from './paths.module.css';
import { useRoving } from './use-roving.ts';
import { shortened } from './view.ts';

export type PathRow = {
  readonly share: number;
  readonly words: string;
  readonly spoken: string;
  readonly places: readonly string[];
};

const head = 26;
const line = 30;
const gap = 16;

/** Each path as a row of places, under a bar as long as its share. */
export function PathRows({
  rows,
  width,
  caption,
  onSee,
}: {
  rows: readonly PathRow[];
  width: number;
  caption: string;
  /** What choosing a row does; undefined where there is nothing behind it. */
  onSee: (row: number) => (() => void) | undefined;
}) {
  const roving = useRoving(rows.length);
  const widest = Math.max(...rows.map(({ share }) => share));
  let y = 4;
  const laid = rows.map((row) => {
    let x = 0;
    let down = 0;
    const chips = row.places.map((name, at) => {
      const text = shortened(name, Math.min(220, width - 40));
      const wide = text.length * 6.6 + 20;
      // The arrow to the next is on the same line.
      const arrow = at < row.places.length - 1 ? 20 : 0;
      if (x > 0 && x + wide + arrow > width) {
        x = 0;
        down += line;
      }
      const chip = {
        key: `${at} ${name}`,
        text,
        x,
        y: y + head + down,
        wide,
        last: at === row.places.length - 1,
      };
      x += wide + 20;
      return chip;
    });
    const own = { row, y, chips, tall: head + down + line + gap };
    y += own.tall;
    return own;
  });
  const track = Math.max(80, width - 300);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg
      viewBox={`0 0 ${width} ${y}`}
      width={width}
      height={y}
      className={classes.drawing}
      role="group"
      aria-label={caption}
    >
      {laid.map(({ row, y: top, chips, tall }, at) => (
        <g key={row.spoken}>
          <text x={2} y={top + 13} className={classes.strong}>
            {at + 1}. {row.words}
          </text>
          {width > 560 && (
            <rect
              className={classes.bar}
              x={300}
              y={top + 4}
              width={Math.max(1, (row.share / widest) * track)}
              height={8}
              rx={3}
            />
          )}
          {chips.map((chip) => (
            <g key={chip.key}>
              <rect
                className={classes.pace}
                x={chip.x + 0.5}
                y={chip.y}
                width={chip.wide}
                height={24}
                rx={12}
              />
              <text x={chip.x + 10} y={chip.y + 16}>
                {chip.text}
              </text>
              {!chip.last && (
                <path
                  className={classes.arrow}
                  d={`M${chip.x + chip.wide + 4},${chip.y + 12}h11m-4,-4l4,4l-4,4`}
                />
              )}
            </g>
          ))}
          <g aria-label={row.spoken} className={classes.box} {...roving(at, onSee(at))}>
            <title>{row.spoken}</title>
            <rect
              className={classes.frame}
              x={1}
              y={top - 2}
              width={width - 2}
              height={tall - gap + 2}
              rx={4}
            />
            <rect className={classes.hit} x={0} y={top - 2} width={width} height={tall - gap + 2} />
          </g>
        </g>
      ))}
    </svg>
  );
}
