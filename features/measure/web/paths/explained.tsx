import type { ReactNode } from 'react';
import type { PathBasis } from '#measure/domain/paths/answer.ts';
import { Explain } from '#ui/explain.tsx';
import { Sentence } from '#ui/sentence.tsx';
import classes from './paths.module.css';
import { journeysWords, type PathsView, periodOr } from './view.ts';

type ExplainedProps = {
  readonly view: PathsView;
  readonly basis: PathBasis;
  readonly whole: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly range?: ReactNode;
  readonly definition: string;
  readonly method: string;
  readonly children?: ReactNode;
};

/** What a picture says in one sentence, more of it under it, and how all of it was counted. */
export function Explained(props: ExplainedProps) {
  const { view, basis, whole, title, text, range, definition, method, children } = props;
  const { t } = view;
  const period = periodOr(view, whole);
  return (
    <div className={classes.said}>
      <Sentence text={text} range={range} />
      {children}
      <Explain
        explanation={{
          title,
          definition,
          n: journeysWords(view, basis.journeys),
          ...(period !== undefined && { period }),
          source: [basis.sourceName, basis.simulated ? t('basis.simulated') : undefined]
            .filter((part) => part !== undefined)
            .join(', '),
          method,
        }}
      >
        <span className={classes.muted}>{t('explain')}</span>
      </Explain>
    </div>
  );
}
