import type { FlowAnswer } from '#measure/domain/paths/answer.ts';
import type { FlowLink, FlowPlace } from '#measure/domain/paths/flow.ts';
import { type FlowBand, type FlowBox, type FlowDrawing, idOf } from './flow-layout.ts';
import { countWords, linkWords, nodeName } from './flow-words.ts';
import { listed, type PartActions, usePartMenu } from './part-menu.tsx';
import classes from './paths.module.css';
import { useRoving } from './use-roving.ts';
import { type PathsView, shortened } from './view.ts';

type FlowPictureProps = {
  readonly view: PathsView;
  readonly answer: FlowAnswer;
  readonly drawing: FlowDrawing;
  /** 0: a map of the process. */
  readonly ranks: number;
  readonly caption: string;
};

/** Fewer are thin lines: their time is told by name, and in the table. */
const thickEnough = 10;

/** The flow drawn: places, links as thick as their journeys, times on the thick ones. */
export function FlowPicture({ view, answer, drawing, ranks, caption }: FlowPictureProps) {
  const { t, format, search } = view;
  const { open, menu } = usePartMenu(view);
  const byRank = ranks > 0;
  const { boxes, bands, width, height } = drawing;
  const roving = useRoving(boxes.length + bands.length);
  const see = (behind: Parameters<typeof listed>[1]): PartActions['see'] => [
    { words: t('part.see'), search: listed(search, behind) },
  ];
  const ofBox = ({ place, position }: FlowBox, label: string): PartActions => ({
    label,
    ...(place.at === 'place' && { keep: { is: 'through', place: place.key } }),
    see: see({ of: 'link', rank: byRank ? position : null, from: null, to: place }),
  });
  const ofBand = ({ rank, from, to }: FlowLink, label: string): PartActions => ({
    label,
    ...(from.at === 'place' && to.at === 'place' && { keep: { is: 'then', place: from.key, later: to.key } }),
    see: see({ of: 'link', rank, from, to }),
  });
  // What begins and ends at a place is told in it, so that the map of the process holds places only.
  const endsAt = (place: FlowPlace): string =>
    [
      {
        said: 'flow.begins' as const,
        sum: sumOf(answer.links, (link) => link.from.at === 'begin' && same(link.to, place)),
      },
      ...(
        [
          ['left', 'flow.leaves'],
          ['in-progress', 'flow.underWay'],
          ['arrived', 'flow.arrives'],
        ] as const
      ).map(([end, said]) => ({
        said,
        sum: sumOf(answer.links, (link) => link.to.at === end && same(link.from, place)),
      })),
    ]
      .filter(({ sum }) => sum > 0)
      .map(({ said, sum }) => t(said, { count: sum, said: format.integer(sum) }))
      .join(' · ');
  const column = byRank ? (width - 10) / Math.max(1, new Set(boxes.map(({ position }) => position)).size) : 0;
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
        <title>{caption}</title>
        {byRank &&
          [...new Map(boxes.map((box) => [box.position, box.x])).entries()].map(([position, x]) => (
            <text key={position} x={x} y={12} className={classes.note}>
              {position < ranks ? t('flow.step', { n: position + 1 }) : t('flow.after')}
            </text>
          ))}
        {bands.map((band, at) => (
          <Band
            key={band.id}
            band={band}
            view={view}
            roving={roving(boxes.length + at, open(ofBand(band.link, linkWords(view, band.link))))}
          />
        ))}
        {bands.map(({ id, link, thickness, middle }) =>
          link.medianMilliseconds === null || thickness < thickEnough ? null : (
            <text
              key={id}
              x={middle.x}
              y={middle.y + 4}
              textAnchor={byRank ? 'end' : 'start'}
              className={`${classes.note} ${classes.halo}`}
            >
              {format.duration(link.medianMilliseconds)}
            </text>
          ),
        )}
        {boxes.map((box, at) => {
          const { place } = box;
          const name = nodeName(view, place);
          const count = countWords(view, box.passages, byRank);
          const spoken =
            place.at === 'place'
              ? t(byRank ? 'flow.boxAt' : 'flow.box', {
                  place: name,
                  n: box.position + 1,
                  count: byRank ? count : [count, endsAt(place)].filter((part) => part !== '').join(' · '),
                })
              : t(place.at === 'other' ? 'flow.boxOther' : 'flow.boxEnd', {
                  place: name,
                  n: place.at === 'other' ? box.position + 1 : box.position,
                  count,
                });
          return (
            <g key={box.id} className={classes.box} {...roving(at, open(ofBox(box, spoken)))}>
              <title>{spoken}</title>
              {byRank ? (
                <>
                  <rect
                    className={classes.frame}
                    x={box.x - 2}
                    y={box.y - 2}
                    width={column - 12}
                    height={Math.max(box.height, 30) + 4}
                    rx={4}
                  />
                  <rect
                    className={classes.block}
                    data-at={place.at}
                    x={box.x}
                    y={box.y}
                    width={box.width}
                    height={box.height}
                    rx={2}
                  />
                  <text
                    x={box.x + 16}
                    y={box.y + 11}
                    className={`${classes.strong} ${classes.halo} ${place.at === 'place' ? '' : classes.soft}`}
                  >
                    {shortened(name, column - 66, 6.6)}
                  </text>
                  <text x={box.x + 16} y={box.y + 25} className={`${classes.note} ${classes.halo}`}>
                    {format.integer(box.passages)}
                  </text>
                </>
              ) : (
                <>
                  <rect
                    className={classes.place}
                    data-at={place.at}
                    x={box.x}
                    y={box.y}
                    width={box.width}
                    height={box.height}
                    rx={6}
                  />
                  <rect
                    className={classes.frame}
                    x={box.x}
                    y={box.y}
                    width={box.width}
                    height={box.height}
                    rx={6}
                  />
                  <text x={box.x + 12} y={box.y + 23} className={classes.strong}>
                    {shortened(name, box.width - 110, 7)}
                  </text>
                  <text x={box.x + box.width - 12} y={box.y + 23} textAnchor="end">
                    {box.width > 240 ? count : format.integer(box.passages)}
                  </text>
                  <text x={box.x + 12} y={box.y + 43} className={classes.note}>
                    {shortened(
                      place.at === 'place' || place.at === 'other' ? endsAt(place) : '',
                      box.width - 20,
                      6,
                    )}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
      {menu}
    </>
  );
}

type BandProps = {
  readonly band: FlowBand;
  readonly view: PathsView;
  readonly roving: ReturnType<ReturnType<typeof useRoving>>;
};

function Band({ band: { link, path, thickness }, view, roving }: BandProps) {
  const spoken = linkWords(view, link);
  const end = link.to.at !== 'place' && link.to.at !== 'other';
  return (
    <path
      d={path}
      strokeWidth={thickness}
      className={classes.band}
      data-end={end || undefined}
      aria-label={spoken}
      {...roving}
    >
      <title>{spoken}</title>
    </path>
  );
}

const same = (node: FlowLink['from'] | FlowLink['to'], place: FlowPlace): boolean =>
  idOf(node) === idOf(place);

const sumOf = (links: readonly FlowLink[], keep: (link: FlowLink) => boolean): number =>
  links.filter(keep).reduce((sum, { passages }) => sum + passages, 0);
