import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { smallestMinimum } from '#kit/statistics/estimate.ts';
import type { PathBasis } from '#measure/domain/paths/answer.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { changed } from './address.ts';
import classes from './paths.module.css';
import type { PathsView } from './view.ts';

type AnsweredProps<Answer> = {
  readonly view: PathsView;
  readonly found: Pick<UseQueryResult<Answer, unknown>, 'data' | 'error' | 'refetch' | 'isPlaceholderData'>;
  readonly children: (answer: Answer) => ReactNode;
};

/** The answer to a question, or the sentence that says why there is nothing to draw; never an empty frame. */
export function Answered<Answer extends { readonly basis: PathBasis }>({
  view,
  found,
  children,
}: AnsweredProps<Answer>) {
  const { t, search, onSearch } = view;
  const { data, error } = found;
  const widen = (search.filter ?? []).length > 0 && (
    <Button onClick={() => onSearch(changed(search, { filter: undefined }))}>{t('filters.clear')}</Button>
  );
  if (error !== null && error !== undefined)
    return (
      <div className={classes.said}>
        <FailureNotice error={error} onRetry={() => void found.refetch()} />
        {widen}
      </div>
    );
  if (data === undefined) return <p role="status">{t('loading')}</p>;
  const { journeys } = data.basis;
  const narrowed = (search.filter ?? []).length > 0 || search.from !== undefined || search.to !== undefined;
  if (journeys === 0 || (journeys < smallestMinimum && narrowed))
    return (
      <div className={classes.said} role="status">
        <p>{t(journeys > 0 ? 'few' : narrowed ? 'nobody' : 'nobodySource')}</p>
        {widen}
      </div>
    );
  return <div aria-busy={found.isPlaceholderData}>{children(data)}</div>;
}
