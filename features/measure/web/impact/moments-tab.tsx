import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { scopeOf } from '../paths/address.ts';
import { Answered } from '../paths/answered.tsx';
import classes from '../paths/paths.module.css';
import { ShownMoments } from './shown-moments.tsx';
import { TargetChoice, targetOf } from './target-choice.tsx';
import type { TabProps } from './view.ts';

/** Where satisfaction, or reaching a goal, turns most. */
export function MomentsTab({ view, whole }: TabProps) {
  const { t, paths } = view;
  const { query } = useApi();
  const { workspaceId, sourceId, search } = paths;
  const target = targetOf(view);
  const found = useQuery({
    ...query.impact.moments.queryOptions({
      input: target === undefined ? skipToken : { workspaceId, ...scopeOf(sourceId, search), target },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.stack}>
      <div className={classes.controls}>
        <TargetChoice view={view} />
      </div>
      {target === undefined ? (
        <p role="status">{t('target.choose')}</p>
      ) : (
        <Answered view={paths} found={found}>
          {(answer) => <ShownMoments view={view} whole={whole} answer={answer} target={target} />}
        </Answered>
      )}
    </div>
  );
}
