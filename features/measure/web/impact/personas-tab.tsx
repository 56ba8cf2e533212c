import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { changed, scopeOf } from '../paths/address.ts';
import { Answered } from '../paths/answered.tsx';
import { BySelect } from '../paths/by-select.tsx';
import classes from '../paths/paths.module.css';
import { PlaceSelect } from '../paths/place-select.tsx';
import { tellableFigures } from './figure-cells.ts';
import { ShownGroups } from './shown-groups.tsx';
import type { TabProps } from './view.ts';

/** One figure of every place, for each persona or group. */
export function PersonasTab({ view, whole }: TabProps) {
  const { t, own, onOwn, paths } = view;
  const { query } = useApi();
  const { workspaceId, sourceId, search } = paths;
  const goal = own.goal ?? paths.commonest.at(-1);
  const figure = own.compared ?? 'reach';
  const by = search.by;
  const found = useQuery({
    ...query.impact.touchpoints.queryOptions({
      input: {
        workspaceId,
        ...scopeOf(sourceId, search),
        ...(goal !== undefined && { goal }),
        ...(own.stay !== undefined && { stayDays: own.stay }),
        ...(by !== undefined && { by }),
        figure,
      },
    }),
    enabled: by !== undefined,
    placeholderData: keepPreviousData,
  });
  const figures = tellableFigures(found.data, goal);
  return (
    <div className={classes.stack}>
      <div className={classes.controls}>
        <BySelect
          view={paths}
          value={by}
          onChange={(next) => paths.onSearch(changed(search, { by: next }))}
        />
        <Select
          className={classes.select}
          size="xs"
          label={t('groups.figure')}
          data={figures.map((value) => ({ value, label: t(`groups.of.${value}`) }))}
          allowDeselect={false}
          value={figure}
          onChange={(value) =>
            onOwn({ compared: figures.find((each) => each === value && each !== 'reach') })
          }
        />
        {figure === 'conversion' && (
          <PlaceSelect
            view={paths}
            small
            label={t('outcome.goal')}
            value={goal ?? null}
            onChange={(key) => onOwn({ goal: key ?? undefined })}
          />
        )}
      </div>
      {by === undefined ? (
        <p role="status">{t('groups.choose')}</p>
      ) : (
        <Answered view={paths} found={found}>
          {(answer) => <ShownGroups view={view} whole={whole} answer={answer} figure={figure} />}
        </Answered>
      )}
    </div>
  );
}
