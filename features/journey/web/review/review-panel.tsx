import { useMemo, useRef, useState } from 'react';
import type { Change } from '#kit/document/changes.ts';
import { randomId } from '#kit/random-id.ts';
import { Choice } from '#ui/choice.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { type MapReference, referenceTo } from '../../domain/reference.ts';
import { dismissRemark, restoreRemark, sortDismissed } from '../../domain/review/dismissal.ts';
import { type Remark, type ReviewContext, type Severity, severities } from '../../domain/review/remark.ts';
import { applySuggestion, review } from '../../domain/review/review.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { DismissedList } from './dismissed-list.tsx';
import { RemarkGroup } from './remark-group.tsx';
import classes from './review.module.css';
import { useText } from './text.ts';

type ReviewPanelProps = {
  readonly map: JourneyMap;
  /** Today where the workspace is, and what else the rules may know. */
  readonly context: ReviewContext;
  /** Who dismisses: written beside the reason. */
  readonly author: { readonly name: string; readonly id: string | null };
  readonly readOnly?: boolean;
  readonly onGo: (reference: MapReference) => void;
  readonly onChange: (changes: readonly Change[]) => void;
};

/** J9: what an experienced consultant would say of the map, each remark with its place, its reason and its remedy. */
export function ReviewPanel({ map, context, author, readOnly = false, onGo, onChange }: ReviewPanelProps) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState<Severity | 'all'>('all');
  const [said, setSaid] = useState('');
  const { today, firstMap, asIs } = context;
  const { open, dismissed } = useMemo(
    () => sortDismissed(map, review(map, { today, firstMap, asIs })),
    [map, today, firstMap, asIs],
  );
  const groups = grouped(open.filter(({ severity }) => shown === 'all' || severity === shown));
  const written = Object.keys(map.cards).length + Object.keys(map.touchpoints).length > 0;
  const counts = severities
    .map((severity) => ({ severity, count: open.filter((remark) => remark.severity === severity).length }))
    .filter(({ count }) => count > 0);

  const change = (changes: readonly Change[], words: string): void => {
    // What had the focus goes away with the remark: the title of the panel takes it.
    title.current?.focus();
    onChange(changes);
    setSaid(words);
  };
  return (
    <section className={classes.panel} aria-labelledby="review-title">
      <header className={classes.head}>
        <h2 id="review-title" ref={title} tabIndex={-1} className={classes.title}>
          {t('title')}
        </h2>
        <p className={classes.lead}>{t('lead')}</p>
        {counts.length > 0 && (
          <p className={classes.counts}>
            {counts.map(({ severity, count }) => t(`summary.${severity}`, { count })).join(' · ')}
          </p>
        )}
        {counts.length > 1 && (
          <Choice
            label={t('filter')}
            options={[
              { value: 'all', label: t('only.all') },
              ...counts.map(({ severity }) => ({ value: severity, label: t(`only.${severity}`) })),
            ]}
            value={shown}
            onChange={setShown}
          />
        )}
      </header>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {open.length === 0 && (
        <div className={classes.none}>
          <h3>{t(written ? 'none' : 'empty')}</h3>
          <p>{t(written ? 'noneText' : 'emptyText')}</p>
        </div>
      )}
      {open.length > 0 && groups.length === 0 && <p className={classes.none}>{t('noneHere')}</p>}
      {groups.map(({ key, remarks }, index) => (
        <RemarkGroup
          key={key}
          map={map}
          remarks={remarks}
          opened={index === 0 || remarks[0]?.severity === 'fix'}
          readOnly={readOnly}
          onGo={({ about }) => onGo(about[0] ? referenceTo(map, about[0]) : { at: 'map' })}
          onDismiss={(remark, reason) =>
            change(
              dismissRemark(
                map,
                remark,
                { reason, author: author.name, authorId: author.id, at: new Date().toISOString() },
                randomId,
              ),
              t('said.dismissed'),
            )
          }
          onSuggestion={(remark) => change(applySuggestion(map, remark), t('said.renamed'))}
        />
      ))}
      <DismissedList
        map={map}
        dismissed={dismissed}
        readOnly={readOnly}
        onRestore={(one) => change(restoreRemark(map, one), t('said.restored'))}
      />
    </section>
  );
}

/** Remarks that are told with the same words stand together, in the order in which the first one comes. */
function grouped(
  remarks: readonly Remark[],
): { readonly key: string; readonly remarks: readonly Remark[] }[] {
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const key = `${remark.rule}.${remark.finding}`;
    groups.set(key, [...(groups.get(key) ?? []), remark]);
  }
  return [...groups].map(([key, own]) => ({ key, remarks: own }));
}
