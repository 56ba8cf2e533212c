import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { VariantsAnswer } from '#measure/domain/paths/answer.ts';
import { changed, scopeOf, usual } from './address.ts';
import { Answered } from './answered.tsx';
import { Explained } from './explained.tsx';
import { PathFigure } from './path-figure.tsx';
import classes from './paths.module.css';
import { cell, type Twin } from './twin.tsx';
import { useRoving } from './use-roving.ts';
import { basisWords, type PathsView, shortened } from './view.ts';

type TabProps = { readonly view: PathsView; readonly whole: string | undefined };

/** The different paths, those most taken first. */
export function VariantsTab({ view, whole }: TabProps) {
  const { t, search, onSearch, workspaceId, sourceId } = view;
  const { query } = useApi();
  const most = search.most ?? usual.variants;
  const found = useQuery({
    ...query.measure.variants.queryOptions({ input: { workspaceId, ...scopeOf(sourceId, search), most } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.stack}>
      <div className={classes.controls}>
        <Select
          className={classes.short}
          size="xs"
          label={t('variants.most')}
          data={[...new Set([5, 12, 25, 50, 100, most])].sort((a, b) => a - b).map(String)}
          allowDeselect={false}
          value={String(most)}
          onChange={(value) =>
            onSearch(changed(search, { most: Number(value) === usual.variants ? undefined : Number(value) }))
          }
        />
      </div>
      <Answered view={view} found={found}>
        {(answer) => <ShownVariants view={view} whole={whole} answer={answer} />}
      </Answered>
    </div>
  );
}

function ShownVariants({ view, whole, answer }: TabProps & { readonly answer: VariantsAnswer }) {
  const { t, format, label } = view;
  const { commonest, variants, coverage, basis } = answer;
  const caption = t('variants.caption');
  const left = variants - commonest.length;
  const pathWords = (path: readonly string[]) =>
    path.length === 0 ? t('variants.empty') : path.map(label).join(' › ');
  const journeys = (count: number) => t('basis.journeys', { count, said: format.integer(count) });
  const twin: Twin = {
    caption,
    columns: [
      { key: 'rank', header: t('variants.rank'), figures: true },
      { key: 'path', header: t('variants.path'), names: true },
      { key: 'journeys', header: t('variants.journeys'), figures: true },
      { key: 'share', header: t('variants.share'), figures: true },
      { key: 'median', header: t('variants.median'), figures: true },
    ],
    rows: commonest.map(({ path, journeys: count, share, medianMilliseconds }, at) => [
      cell(String(at + 1)),
      cell(pathWords(path)),
      cell(format.integer(count), count),
      cell(format.share(share), share),
      cell(format.duration(medianMilliseconds), Math.round(medianMilliseconds)),
    ]),
  };
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={basis}
        whole={whole}
        title={caption}
        text={`${t('variants.sentence', { count: variants })} ${
          left > 0
            ? t('variants.covered', { count: commonest.length, share: format.share(coverage) })
            : t('variants.coveredAll')
        }`}
        definition={t('variants.definition')}
        method={t('variants.method')}
      />
      <PathFigure
        view={view}
        basis={basis}
        facts={basisWords(view, basis, whole)}
        notes={left > 0 ? [t('variants.cut', { count: left, share: format.share(1 - coverage) })] : []}
        twin={twin}
      >
        {(width) => (
          <VariantPicture
            caption={caption}
            width={width}
            rows={commonest.map(({ path, journeys: count, share, medianMilliseconds }) => ({
              share,
              // One passage takes no time.
              words: t(path.length > 1 ? 'variants.row' : 'variants.rowShort', {
                share: format.share(share),
                count: journeys(count),
                time: format.duration(medianMilliseconds),
              }),
              spoken: t('variants.spoken', {
                path: pathWords(path),
                count: journeys(count),
                share: format.share(share),
                time: format.duration(medianMilliseconds),
              }),
              places: path.length === 0 ? [t('variants.empty')] : path.map(label),
            }))}
          />
        )}
      </PathFigure>
    </div>
  );
}

type VariantRow = {
  readonly share: number;
  readonly words: string;
  readonly spoken: string;
  readonly places: readonly string[];
};

const head = 26;
const line = 30;
const gap = 16;

/** Each path as a row of places, under a bar as long as its share. */
function VariantPicture({
  rows,
  width,
  caption,
}: {
  rows: readonly VariantRow[];
  width: number;
  caption: string;
}) {
  const roving = useRoving(rows.length);
  const widest = Math.max(...rows.map(({ share }) => share));
  let y = 4;
  const laid = rows.map((row) => {
    let x = 0;
    let down = 0;
    const chips = row.places.map((name, at) => {
      const text = shortened(name, Math.min(220, width - 40));
      const wide = text.length * 6.1 + 20;
      if (x > 0 && x + wide > width) {
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
    const own = { row, y, chips };
    y += head + down + line + gap;
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
      {laid.map(({ row, y: top, chips }, at) => (
        <g key={row.spoken} aria-label={row.spoken} className={classes.box} {...roving(at)}>
          <title>{row.spoken}</title>
          <rect className={classes.frame} x={0} y={top - 2} width={width} height={head - 4} rx={4} />
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
        </g>
      ))}
    </svg>
  );
}
