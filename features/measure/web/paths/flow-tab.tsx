import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { FlowAnswer } from '#measure/domain/paths/answer.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { peopleOutOf } from '../map/place-figures.ts';
import { changed, flowOf, scopeOf, usual, withFilter } from './address.ts';
import { Answered } from './answered.tsx';
import { Explained } from './explained.tsx';
import { layByRank, layProcess } from './flow-layout.ts';
import { FlowPicture } from './flow-picture.tsx';
import { flowNotes, flowTwin, nodeName } from './flow-words.ts';
import { listed } from './part-menu.tsx';
import { PathFigure } from './path-figure.tsx';
import classes from './paths.module.css';
import { PlaceSelect } from './place-select.tsx';
import { basisWords, type PathsView, quoted } from './view.ts';

type TabProps = { readonly view: PathsView; readonly whole: string | undefined };

const placeChoices = [5, 8, 12, 20, 40];
const rankChoices = [2, 3, 4, 5, 6, 8, 10];

/** Where journeys go, place after place. */
export function FlowTab({ view, whole }: TabProps) {
  const { t, search, onSearch, workspaceId, sourceId } = view;
  const { query } = useApi();
  const { start, end, places = usual.places, flow } = search;
  const { ranks } = flowOf(search);
  const found = useQuery({
    ...query.measure.flow.queryOptions({
      input: {
        workspaceId,
        ...scopeOf(sourceId, search),
        ...flowOf(search),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const numbers = (choices: readonly number[], chosen: number) =>
    [...new Set([...choices, chosen])].sort((a, b) => a - b).map(String);
  return (
    <div className={classes.stack}>
      {!view.still && (
        <div className={classes.controls}>
          <Choice
            label={t('flow.way')}
            labelled
            options={[
              { value: 'rank', label: t('flow.rank') },
              { value: 'process', label: t('flow.process') },
            ]}
            value={flow ?? 'rank'}
            onChange={(value) =>
              onSearch(changed(search, { flow: value === 'process' ? 'process' : undefined }))
            }
          />
          <PlaceSelect
            view={view}
            small
            label={t('flow.start')}
            empty={t('flow.anywhere')}
            value={start ?? null}
            onChange={(key) => onSearch(changed(search, { start: key ?? undefined }))}
          />
          <PlaceSelect
            view={view}
            small
            label={t('flow.end')}
            empty={t('flow.anywhere')}
            value={end ?? null}
            onChange={(key) => onSearch(changed(search, { end: key ?? undefined }))}
          />
          <Select
            className={classes.short}
            size="xs"
            label={t('flow.places')}
            data={numbers(placeChoices, places)}
            allowDeselect={false}
            value={String(places)}
            onChange={(value) =>
              onSearch(
                changed(search, { places: Number(value) === usual.places ? undefined : Number(value) }),
              )
            }
          />
          {ranks > 0 && (
            <Select
              className={classes.short}
              size="xs"
              label={t('flow.ranks')}
              data={numbers(rankChoices, ranks)}
              allowDeselect={false}
              value={String(ranks)}
              onChange={(value) =>
                onSearch(
                  changed(search, { ranks: Number(value) === usual.ranks ? undefined : Number(value) }),
                )
              }
            />
          )}
        </div>
      )}
      <Answered view={view} found={found}>
        {(answer) => <ShownFlow view={view} whole={whole} answer={answer} ranks={ranks} />}
      </Answered>
    </div>
  );
}

function ShownFlow({
  view,
  whole,
  answer,
  ranks,
}: TabProps & { readonly answer: FlowAnswer; readonly ranks: number }) {
  const { t, search, onSearch, speech, label } = view;
  if (answer.drawn === 0)
    return (
      <p role="status">
        {search.start === undefined ? t('noPlace') : t('noStart', { place: label(search.start) })}
      </p>
    );
  const caption = t('flow.caption');
  const taken = answer.links
    .filter(({ from, to }) => from.at === 'place' && to.at === 'place')
    .sort((a, b) => b.journeys - a.journeys)[0];
  const twin = {
    ...flowTwin(view, answer.links, caption),
    action: {
      header: t('flow.keep'),
      of: (row: number) => {
        const link = answer.links[row];
        if (!link) return null;
        const { rank, from, to } = link;
        const names = { from: nodeName(view, from), to: nodeName(view, to) };
        return (
          <span className={classes.rowActions}>
            {from.at === 'place' && to.at === 'place' && (
              <Button
                look="quiet"
                className={classes.inline}
                aria-label={t('flow.keepOf', names)}
                onClick={() => onSearch(withFilter(search, { is: 'then', place: from.key, later: to.key }))}
              >
                {t('flow.keep')}
              </Button>
            )}
            <Button
              look="quiet"
              className={classes.inline}
              aria-label={t('flow.seeOf', names)}
              onClick={() => onSearch(listed(search, { of: 'link', rank, from, to }))}
            >
              {t('flow.see')}
            </Button>
          </span>
        );
      },
    },
  };
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={answer.basis}
        whole={whole}
        title={caption}
        text={
          taken === undefined
            ? t('onePlace')
            : t(taken.rank === null ? 'flow.sentence' : 'flow.sentenceAt', {
                n: taken.rank ?? 0,
                from: quoted(view, nodeName(view, taken.from)),
                to: quoted(view, nodeName(view, taken.to)),
                people: peopleOutOf(speech, taken.journeys / answer.drawn),
              })
        }
        definition={t('flow.definition')}
        method={t('flow.method')}
      >
        <p className={classes.muted}>{t('flow.hint')}</p>
      </Explained>
      <PathFigure
        view={view}
        basis={answer.basis}
        facts={basisWords(view, answer.basis, whole)}
        notes={flowNotes(view, answer, ranks)}
        twin={twin}
      >
        {(width) => (
          <FlowPicture
            view={view}
            answer={answer}
            ranks={ranks}
            caption={caption}
            drawing={
              ranks > 0
                ? layByRank(answer.links, ranks, Math.max(width, (ranks + 1) * 150))
                : layProcess(answer.links, Math.max(width, 340))
            }
          />
        )}
      </PathFigure>
    </div>
  );
}
