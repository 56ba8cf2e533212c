import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { scopeOf } from '../paths/address.ts';
import { Answered } from '../paths/answered.tsx';
import classes from '../paths/paths.module.css';
import { PlaceSelect } from '../paths/place-select.tsx';
import { usualStay } from './address.ts';
import { ShownTouchpoints } from './shown-touchpoints.tsx';
import type { TabProps } from './view.ts';

/** The figures of every place side by side. */
export function TouchpointsTab({ view, whole }: TabProps) {
  const { t, own, onOwn, paths } = view;
  const { query } = useApi();
  const { workspaceId, sourceId, search } = paths;
  const goal = own.goal ?? paths.commonest.at(-1);
  const stay = own.stay ?? usualStay;
  const found = useQuery({
    ...query.impact.touchpoints.queryOptions({
      input: {
        workspaceId,
        ...scopeOf(sourceId, search),
        ...(goal !== undefined && { goal }),
        stayDays: stay,
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.stack}>
      <div className={classes.controls}>
        <PlaceSelect
          view={paths}
          small
          label={t('outcome.goal')}
          value={goal ?? null}
          onChange={(key) => onOwn({ goal: key ?? undefined })}
        />
        <Select
          className={classes.select}
          size="xs"
          label={t('touchpoints.stay')}
          data={[...new Set([7, 30, 90, 180, 365, stay])]
            .sort((a, b) => a - b)
            .map((days) => ({ value: String(days), label: t('touchpoints.days', { count: days }) }))}
          allowDeselect={false}
          value={String(stay)}
          onChange={(value) => onOwn({ stay: Number(value) === usualStay ? undefined : Number(value) })}
        />
      </div>
      <Answered view={paths} found={found}>
        {(answer) => <ShownTouchpoints view={view} whole={whole} answer={answer} goal={goal} stay={stay} />}
      </Answered>
    </div>
  );
}
