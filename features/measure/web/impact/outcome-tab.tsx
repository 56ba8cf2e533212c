import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { Choice } from '#ui/choice.tsx';
import { scopeOf } from '../paths/address.ts';
import { Answered } from '../paths/answered.tsx';
import classes from '../paths/paths.module.css';
import { PlaceSelect } from '../paths/place-select.tsx';
import { outcomeFigures } from './address.ts';
import { ShownOutcome } from './shown-outcome.tsx';
import type { TabProps } from './view.ts';

/** What each place counts for in reaching a goal, or in missing it. */
export function OutcomeTab({ view, whole }: TabProps) {
  const { t, own, onOwn, paths } = view;
  const { query } = useApi();
  const { workspaceId, sourceId, search } = paths;
  const goal = own.goal ?? paths.commonest.at(-1);
  const found = useQuery({
    ...query.impact.outcome.queryOptions({
      input: {
        workspaceId,
        ...scopeOf(sourceId, search),
        goal: goal ?? '',
        outcome: own.outcome ?? 'reached',
      },
    }),
    enabled: goal !== undefined,
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
        <Choice
          label={t('outcome.which')}
          labelled
          options={(['reached', 'missed'] as const).map((value) => ({
            value,
            label: t(`outcome.${value}`),
          }))}
          value={own.outcome ?? 'reached'}
          onChange={(value) => onOwn({ outcome: value === 'missed' ? value : undefined })}
        />
        <Select
          className={classes.select}
          size="xs"
          label={t('outcome.figure')}
          data={outcomeFigures.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          allowDeselect={false}
          value={own.figure ?? 'removal'}
          onChange={(value) =>
            onOwn({ figure: outcomeFigures.find((each) => each === value && each !== 'removal') })
          }
        />
      </div>
      {goal === undefined ? (
        <p role="status">{t('outcome.choose')}</p>
      ) : (
        <Answered view={paths} found={found}>
          {(answer) => <ShownOutcome view={view} whole={whole} answer={answer} goal={goal} />}
        </Answered>
      )}
    </div>
  );
}
