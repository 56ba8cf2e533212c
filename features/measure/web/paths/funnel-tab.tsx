import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { Choice } from '#ui/choice.tsx';
import { changed, funnelOf, scopeOf } from './address.ts';
import { Answered } from './answered.tsx';
import { BySelect } from './by-select.tsx';
import { FunnelSteps } from './funnel-steps.tsx';
import classes from './paths.module.css';
import { ShownFunnel } from './shown-funnel.tsx';
import type { PathsView } from './view.ts';
import { WithinField } from './within-field.tsx';

type TabProps = { readonly view: PathsView; readonly whole: string | undefined };

const mostProposed = 6;

/** How many come to each of some places, in order. */
export function FunnelTab({ view, whole }: TabProps) {
  const { t, search, onSearch, workspaceId, sourceId } = view;
  const { query } = useApi();
  const steps = search.steps ?? view.commonest.slice(0, mostProposed).map((key) => [key]);
  const { by } = search;
  const found = useQuery({
    ...query.measure.funnel.queryOptions({
      input: {
        workspaceId,
        ...scopeOf(sourceId, search),
        funnel: funnelOf(search, steps),
        ...(by !== undefined && { by }),
      },
    }),
    enabled: steps.length > 0,
    placeholderData: keepPreviousData,
  });
  return (
    <div className={view.still ? classes.stack : classes.columns}>
      {!view.still && (
        <div className={classes.stack}>
          <FunnelSteps
            view={view}
            steps={steps}
            proposed={search.steps === undefined}
            onChange={(next) => onSearch(changed(search, { steps: next.map((step) => [...step]) }))}
          />
          <Choice
            label={t('funnel.order')}
            labelled
            options={[
              { value: 'loose', label: t('funnel.loose') },
              { value: 'strict', label: t('funnel.strict') },
            ]}
            value={search.order ?? 'loose'}
            onChange={(value) =>
              onSearch(changed(search, { order: value === 'strict' ? 'strict' : undefined }))
            }
          />
          <WithinField seconds={search.within} onChange={(within) => onSearch(changed(search, { within }))} />
          <BySelect view={view} value={by} onChange={(next) => onSearch(changed(search, { by: next }))} />
        </div>
      )}
      <div className={classes.stack}>
        {steps.length === 0 ? (
          <p role="status">{t('funnel.empty')}</p>
        ) : (
          <Answered view={view} found={found}>
            {(answer) => (
              <ShownFunnel
                view={view}
                whole={whole}
                steps={steps.slice(0, answer.groups[0]?.steps.length ?? 0)}
                answer={answer}
              />
            )}
          </Answered>
        )}
      </div>
    </div>
  );
}
