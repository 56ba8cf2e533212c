import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { VariantsAnswer } from '#measure/domain/paths/answer.ts';
import { Button } from '#ui/button.tsx';
import { changed, scopeOf, usual } from './address.ts';
import { Answered } from './answered.tsx';
import { Explained } from './explained.tsx';
import { listed } from './part-menu.tsx';
import { PathFigure } from './path-figure.tsx';
import { PathRows } from './path-rows.tsx';
import classes from './paths.module.css';
import { cell, type Twin } from './twin.tsx';
import { basisWords, type PathsView } from './view.ts';

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
      {!view.still && (
        <div className={classes.controls}>
          <Select
            className={classes.short}
            size="xs"
            label={t('variants.most')}
            data={[...new Set([5, 12, 25, 50, 100, most])].sort((a, b) => a - b).map(String)}
            allowDeselect={false}
            value={String(most)}
            onChange={(value) =>
              onSearch(
                changed(search, { most: Number(value) === usual.variants ? undefined : Number(value) }),
              )
            }
          />
        </div>
      )}
      <Answered view={view} found={found}>
        {(answer) => <ShownVariants view={view} whole={whole} answer={answer} />}
      </Answered>
    </div>
  );
}

function ShownVariants({ view, whole, answer }: TabProps & { readonly answer: VariantsAnswer }) {
  const { t, format, label, search, onSearch } = view;
  const { commonest, variants, coverage, basis } = answer;
  const caption = t('variants.caption');
  const left = variants - commonest.length;
  const pathWords = (path: readonly string[]) =>
    path.length === 0 ? t('variants.empty') : path.map(label).join(' › ');
  const journeys = (count: number) => t('basis.journeys', { count, said: format.integer(count) });
  const see = (row: number) => {
    const path = commonest[row]?.path;
    if (path) onSearch(listed(search, { of: 'variant', path: [...path] }));
  };
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
    action: {
      header: t('flow.see'),
      of: (row) => (
        <Button
          look="quiet"
          className={classes.inline}
          aria-label={t('variants.seeOf', { n: row + 1 })}
          onClick={() => see(row)}
        >
          {t('flow.see')}
        </Button>
      ),
    },
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
      >
        <p className={classes.muted}>{t('variants.hint')}</p>
      </Explained>
      <PathFigure
        view={view}
        basis={basis}
        facts={basisWords(view, basis, whole)}
        notes={left > 0 ? [t('variants.cut', { count: left, share: format.share(1 - coverage) })] : []}
        twin={twin}
      >
        {(width) => (
          <PathRows
            caption={caption}
            width={width}
            onSee={(row) => () => see(row)}
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
