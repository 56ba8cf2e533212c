import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { JourneysAnswer } from '#measure/domain/paths/answer.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { countOf } from '../place.ts';
import { changed, scopeOf, soughtOf, usual } from './address.ts';
import { Answered } from './answered.tsx';
import { Explained } from './explained.tsx';
import { Pager } from './pager.tsx';
import { PathFigure } from './path-figure.tsx';
import classes from './paths.module.css';
import { pseudonymWords, soughtWords } from './sought-words.ts';
import { TimelineView } from './timeline-view.tsx';
import { cell, type Twin } from './twin.tsx';
import { basisWords, type PathsView } from './view.ts';

type TabProps = { readonly view: PathsView; readonly whole: string | undefined };

/** Journeys one by one: the list of those behind a picture, or one of them. */
export function JourneysTab({ view, whole }: TabProps) {
  const { journey } = view.search;
  return journey === undefined ? (
    <JourneyList view={view} whole={whole} />
  ) : (
    <TimelineView view={view} pseudonym={journey} />
  );
}

const sizes = [usual.listed, 100, 500];

function JourneyList({ view, whole }: TabProps) {
  const { t, search, onSearch, workspaceId, sourceId } = view;
  const { query } = useApi();
  const { page = 1, listed = usual.listed, behind } = search;
  const sought = soughtOf(search);
  const found = useQuery({
    ...query.measure.journeys.queryOptions({
      input: {
        workspaceId,
        ...scopeOf(sourceId, search),
        ...(sought !== undefined && { sought }),
        start: (page - 1) * listed,
        most: listed,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const words = behind === undefined ? undefined : soughtWords(view, behind);
  return (
    <div className={classes.stack}>
      <div className={classes.controls}>
        {words !== undefined && (
          <div className={classes.filters}>
            <span className={classes.chip}>
              {words}
              <IconButton
                label={t('list.all')}
                icon={<IconX size={14} aria-hidden="true" />}
                onClick={() => onSearch(changed(search, { behind: undefined }))}
              />
            </span>
          </div>
        )}
        {!view.still && (
          <Select
            className={classes.short}
            size="xs"
            label={t('list.size')}
            data={[...new Set([...sizes, listed])].sort((a, b) => a - b).map(String)}
            allowDeselect={false}
            value={String(listed)}
            onChange={(value) =>
              onSearch(
                changed(search, { listed: Number(value) === usual.listed ? undefined : Number(value) }),
              )
            }
          />
        )}
      </div>
      <Answered view={view} found={found}>
        {(answer) => <ShownList view={view} whole={whole} answer={answer} words={words} />}
      </Answered>
    </div>
  );
}

function ShownList({
  view,
  whole,
  answer,
  words,
}: TabProps & { readonly answer: JourneysAnswer; readonly words: string | undefined }) {
  const { t, search, onSearch, format, label } = view;
  const { page = 1, listed = usual.listed } = search;
  const { basis, rows } = answer;
  const found = countOf(answer.found);
  if (found === null) return <p role="status">{t('list.few')}</p>;
  if (found === 0) return <p role="status">{t('list.nobody')}</p>;
  const caption = t('list.caption');
  const twin: Twin = {
    caption: words === undefined ? caption : t('list.captionOf', { words }),
    columns: [
      { key: 'who', header: t('list.who'), names: true },
      { key: 'begun', header: t('list.begun') },
      { key: 'length', header: t('list.length'), figures: true },
      { key: 'passages', header: t('list.passages'), figures: true },
      { key: 'state', header: t('list.state') },
      { key: 'path', header: t('list.path') },
    ],
    rows: rows.map(({ pseudonym, part, begun, ended, underWay, passages, path }) => {
      const told = path.map(label).join(' › ');
      const words =
        path.length === 0
          ? t('variants.empty')
          : passages > path.length
            ? t('list.more', { path: told, count: passages - path.length })
            : told;
      return [
        cell(
          <Button
            look="quiet"
            className={classes.inline}
            aria-label={t('list.open', { who: pseudonymWords(pseudonym, part) })}
            onClick={() =>
              onSearch(
                changed(search, { journey: pseudonym, part: part > 1 ? part : undefined, at: undefined }),
              )
            }
          >
            {pseudonymWords(pseudonym, part)}
          </Button>,
          part > 1 ? `${pseudonym}-${part}` : pseudonym,
        ),
        cell(<span className={classes.whole}>{format.moment(begun)}</span>, new Date(begun).toISOString()),
        cell(format.duration(ended - begun), ended - begun),
        cell(format.integer(passages), passages),
        cell(t(underWay ? 'list.underWay' : 'list.over')),
        cell(<span className={classes.long}>{words}</span>, words),
      ];
    }),
  };
  const pager = (
    <Pager
      view={view}
      label={t('list.pages')}
      page={page}
      size={listed}
      count={found}
      onPage={(next) => onSearch(changed(search, { page: next > 1 ? next : undefined }))}
    />
  );
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={basis}
        whole={whole}
        title={caption}
        text={t('list.sentence', { count: found, said: format.integer(found) })}
        definition={t('list.definition')}
        method={t('list.method')}
      >
        <p className={classes.muted}>{t('list.privacy')}</p>
      </Explained>
      <PathFigure
        view={view}
        basis={basis}
        facts={basisWords(view, basis, whole)}
        notes={[t('list.order')]}
        twin={twin}
      />
      {pager}
    </div>
  );
}
