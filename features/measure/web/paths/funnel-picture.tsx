import { everyoneKey } from '#measure/domain/measuring/split.ts';
import type { FunnelAnswer } from '#measure/domain/paths/answer.ts';
import { shareEnds } from '../ends.ts';
import { groupLabel } from '../map/place-figures.ts';
import { countOf, shown } from '../place.ts';
import { type PartActions, usePartMenu } from './part-menu.tsx';
import classes from './paths.module.css';
import { useRoving } from './use-roving.ts';
import { type PathsView, shortened } from './view.ts';

type FunnelPictureProps = {
  readonly view: PathsView;
  readonly answer: FunnelAnswer;
  readonly names: readonly string[];
  readonly width: number;
  readonly caption: string;
  /** The journeys behind a bar. */
  readonly see: (step: number, group: string) => PartActions['see'];
};

const head = 24;
const row = 22;
const gap = 18;

/** A bar per step (and per group): how many of those at the first step come here, with the interval. */
export function FunnelPicture({ view, answer, names, width, caption, see }: FunnelPictureProps) {
  const { t, format, speech } = view;
  const { groups } = answer;
  const split = groups.length > 1;
  const { open, menu } = usePartMenu(view);
  const roving = useRoving(names.length * groups.length);
  const labels = split ? Math.min(150, width * 0.3) : 0;
  const figures = 76;
  const room = Math.max(60, width - labels - figures - 8);
  const block = head + groups.length * row + gap;
  const height = names.length * block;
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
        {names.flatMap((name, at) => {
          const top = at * block;
          const [everyone] = groups;
          const previous = at > 0 && everyone?.steps[at] ? shown(everyone.steps[at].ofPrevious) : null;
          const under = countOf(everyone?.steps[at]?.undecided ?? 0) ?? 0;
          const beside = [
            previous ? t('funnel.ofPrevious', { share: format.share(previous.value) }) : '',
            under > 0 ? t('funnel.undecided', { count: under, said: format.integer(under) }) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ');
          const nameRoom = width > 620 ? width * 0.45 : width;
          return groups.map((group, number) => {
            const step = group.steps[at];
            if (!step) return null;
            const label = group.key === everyoneKey ? speech.t('everyone') : groupLabel(speech, group);
            const share = shown(step.ofFirst);
            const reached = countOf(step.reached);
            const count = reached === null ? t('funnel.few') : format.integer(reached);
            const place = { group: split ? `${label}, ` : '', step: name, reached: count };
            const spoken = share
              ? t('funnel.bar', { ...place, share: format.share(share.value), ...shareEnds(format, share) })
              : t('funnel.barPlain', place);
            const y = top + head + number * row;
            const x = (value: number) => labels + value * room;
            return (
              <g
                // biome-ignore lint/suspicious/noArrayIndexKey: a place can be a step twice
                key={`${at} ${group.key}`}
              >
                {number === 0 && (
                  <text x={0} y={top + 14} className={classes.strong}>
                    {shortened(`${at + 1}. ${name}`, nameRoom, 7)}
                  </text>
                )}
                {number === 0 && width > 620 && (
                  <text x={width} y={top + 14} textAnchor="end" className={classes.note}>
                    {beside}
                  </text>
                )}
                {split && (
                  <text x={2} y={y + 12} className={classes.soft}>
                    {shortened(label, labels - 10)}
                  </text>
                )}
                <rect className={classes.track} x={labels} y={y + 3} width={room} height={12} rx={3} />
                {share ? (
                  <>
                    <rect
                      className={classes.bar}
                      x={labels}
                      y={y + 3}
                      width={Math.max(1, share.value * room)}
                      height={12}
                      rx={3}
                    />
                    {share.high > share.low &&
                      share.value < 1 &&
                      ['whiskerEdge', 'whisker'].map((part) => (
                        <line
                          key={part}
                          className={classes[part]}
                          x1={x(share.low)}
                          x2={x(share.high)}
                          y1={y + 9}
                          y2={y + 9}
                        />
                      ))}
                  </>
                ) : null}
                <text x={width} y={y + 13} textAnchor="end">
                  {share ? `${count} · ${format.share(share.value)}` : count}
                </text>
                <g
                  aria-label={spoken}
                  className={classes.box}
                  {...roving(
                    at * groups.length + number,
                    open({ label: spoken, see: see(at + 1, group.key) }),
                  )}
                >
                  <title>{spoken}</title>
                  <rect className={classes.frame} x={1} y={y - 2} width={width - 2} height={row} rx={4} />
                  <rect className={classes.hit} x={0} y={y - 2} width={width} height={row} />
                </g>
              </g>
            );
          });
        })}
      </svg>
      {menu}
    </>
  );
}
