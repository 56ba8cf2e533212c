import { IconArrowLeft } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { TimelineAnswer } from '#measure/domain/paths/answer.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { changed, scopeOf, unitOf, usual } from './address.ts';
import { Explained } from './explained.tsx';
import { Pager } from './pager.tsx';
import { PathFigure } from './path-figure.tsx';
import classes from './paths.module.css';
import { pseudonymWords } from './sought-words.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import { cell, type Twin } from './twin.tsx';
import type { PathsView } from './view.ts';

/** One journey under its pseudonym, and the way back to the list. */
export function TimelineView({ view, pseudonym }: { readonly view: PathsView; readonly pseudonym: string }) {
  const { t, search, onSearch, workspaceId, sourceId } = view;
  const { query } = useApi();
  const { from: _, to: __, filters: ___, ...scope } = scopeOf(sourceId, search);
  const found = useQuery({
    ...query.measure.timeline.queryOptions({
      input: {
        workspaceId,
        ...scope,
        pseudonym,
        part: search.part ?? 1,
        start: ((search.at ?? 1) - 1) * usual.passages,
        most: usual.passages,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = found;
  return (
    <div className={classes.stack} aria-busy={found.isPlaceholderData}>
      <div>
        <Button
          icon={<IconArrowLeft size={16} aria-hidden="true" />}
          onClick={() => onSearch(changed(search, { journey: undefined, part: undefined, at: undefined }))}
        >
          {t('timeline.back')}
        </Button>
      </div>
      <SectionTitle id="one-journey">
        {t('timeline.title', { who: pseudonymWords(pseudonym, search.part) })}
      </SectionTitle>
      {error !== null && <FailureNotice error={error} onRetry={() => void found.refetch()} />}
      {error === null && data === undefined && <p role="status">{t('loading')}</p>}
      {error === null && data !== undefined && <ShownTimeline view={view} answer={data} />}
    </div>
  );
}

function ShownTimeline({ view, answer }: { readonly view: PathsView; readonly answer: TimelineAnswer }) {
  const { t, search, onSearch, format, label, zone } = view;
  const { basis, begun, ended, underWay, events, elsewhere, passages, mostPassed, places } = answer;
  const caption = t('timeline.caption', { who: pseudonymWords(answer.pseudonym, answer.part) });
  const page = Math.floor(answer.from / usual.passages) + 1;
  const long = passages > usual.passages;
  const unit = unitOf(search);
  const named = (names: readonly string[]): string =>
    names.slice(0, 4).join(', ') + (names.length > 4 ? '…' : '');
  const said = answer.rows.map((row, index) => ({
    ...row,
    rank: answer.from + index + 1,
    name: label(row.place),
    when: format.moment(row.at),
    since: row.sinceMilliseconds === null ? undefined : format.duration(row.sinceMilliseconds),
    // The names say more than the place where a map stands between.
    beside: [
      ...(unit === 'event' ? [] : [named(row.names)]),
      ...(row.events > 1 ? [t('timeline.times', { count: row.events })] : []),
      named(row.channels),
      row.score === null ? '' : t('timeline.score', { score: format.decimal(row.score, 2) }),
    ].filter((part) => part !== ''),
  }));
  const twin: Twin = {
    caption,
    columns: [
      { key: 'n', header: t('timeline.n'), figures: true },
      { key: 'place', header: t('timeline.place'), names: true },
      { key: 'at', header: t('timeline.at') },
      { key: 'since', header: t('timeline.since'), figures: true },
      ...(unit === 'event' ? [] : [{ key: 'names', header: t('timeline.names') }]),
      { key: 'channel', header: t('timeline.channel') },
      { key: 'score', header: t('timeline.scoreHead'), figures: true },
      { key: 'events', header: t('timeline.events'), figures: true },
    ],
    rows: said.map((row) => [
      cell(format.integer(row.rank), row.rank),
      cell(row.name),
      cell(<span className={classes.whole}>{row.when}</span>, new Date(row.at).toISOString()),
      row.since === undefined ? cell('', '') : cell(row.since, row.sinceMilliseconds ?? ''),
      ...(unit === 'event' ? [] : [cell(named(row.names), row.names.join(', '))]),
      cell(named(row.channels), row.channels.join(', ')),
      row.score === null ? cell('', '') : cell(format.decimal(row.score, 2), row.score),
      cell(format.integer(row.events), row.events),
    ]),
  };
  const notes = [
    t('timeline.zone', { zone }),
    ...(elsewhere > 0
      ? [t('timeline.elsewhere', { count: elsewhere, said: format.integer(elsewhere) })]
      : []),
  ];
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={{ ...basis, journeys: 1 }}
        whole={format.period(begun, ended)}
        title={t('timeline.caption', { who: pseudonymWords(answer.pseudonym, answer.part) })}
        text={t('timeline.sentence', {
          count: passages,
          said: format.integer(passages),
          time: format.durationInWords(ended - begun),
          state: t(underWay ? 'timeline.underWay' : 'timeline.over', {
            time: format.durationInWords(basis.patienceSeconds * 1000),
          }),
        })}
        definition={t('timeline.definition')}
        method={t('timeline.method')}
      >
        {(long || places < passages) && (
          <p>
            {t('timeline.most', {
              events: format.integer(events),
              places: mostPassed
                .map(({ place, passages: n }) => `${label(place)} (${format.integer(n)})`)
                .join(', '),
            })}
          </p>
        )}
        <p className={classes.muted}>{t('timeline.privacy')}</p>
      </Explained>
      {passages > 0 && (
        <PathFigure
          view={view}
          basis={basis}
          facts={[
            t('basis.source', { source: basis.sourceName }),
            ...(basis.importedAt === null
              ? []
              : [t('basis.imported', { when: format.moment(basis.importedAt) })]),
            t('basis.of', { unit: t(`scope.${unit}`) }),
          ]}
          notes={notes}
          twin={twin}
        >
          {(width) => (
            <TimelinePicture
              view={view}
              width={width}
              caption={caption}
              rows={said}
              end={
                answer.from + said.length < passages
                  ? t('timeline.goesOn', { count: passages - answer.from - said.length })
                  : t(underWay ? 'end.in-progress' : 'timeline.ended')
              }
              open={answer.from + said.length < passages || underWay}
            />
          )}
        </PathFigure>
      )}
      <Pager
        view={view}
        label={t('timeline.pages')}
        page={page}
        size={usual.passages}
        count={passages}
        onPage={(next) => onSearch(changed(search, { at: next > 1 ? next : undefined }))}
      />
    </div>
  );
}
