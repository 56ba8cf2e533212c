import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { predictorSchema } from '#measure/domain/impact/pair-sums.ts';
import { Choice } from '#ui/choice.tsx';
import { scopeOf } from '../paths/address.ts';
import { Answered } from '../paths/answered.tsx';
import classes from '../paths/paths.module.css';
import { ShownDrivers } from './shown-drivers.tsx';
import { TargetChoice, targetOf } from './target-choice.tsx';
import type { TabProps } from './view.ts';

/** What of the places goes with satisfaction. */
export function DriversTab({ view, whole }: TabProps) {
  const { t, own, onOwn, paths } = view;
  const { query } = useApi();
  const { workspaceId, sourceId, search } = paths;
  const target = targetOf(view);
  // A mean is made of the scores themselves: only having passed can be set beside it.
  const about = target?.of === 'mean' ? 'passed' : (own.about ?? 'passed');
  const found = useQuery({
    ...query.impact.drivers.queryOptions({
      input: target === undefined ? skipToken : { workspaceId, ...scopeOf(sourceId, search), target, about },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.stack}>
      <div className={classes.controls}>
        <TargetChoice view={view} />
        {target?.of !== 'mean' && (
          <Choice
            label={t('drivers.about')}
            labelled
            options={predictorSchema.options.map((value) => ({ value, label: t(`drivers.${value}`) }))}
            value={about}
            onChange={(value) => onOwn({ about: value === 'passed' ? undefined : value })}
          />
        )}
      </div>
      {target === undefined ? (
        <p role="status">{t('target.choose')}</p>
      ) : (
        <Answered view={paths} found={found}>
          {(answer) => <ShownDrivers view={view} whole={whole} answer={answer} target={target} />}
        </Answered>
      )}
    </div>
  );
}
