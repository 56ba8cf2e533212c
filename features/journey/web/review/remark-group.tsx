import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { type Remark, remarkKey } from '../../domain/review/remark.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { RemarkItem } from './remark-item.tsx';
import classes from './review.module.css';
import { SeverityMark } from './severity-mark.tsx';
import { useText } from './text.ts';

/** So many places are shown before the reader asks for the rest. */
const few = 4;

type RemarkGroupProps = {
  readonly map: JourneyMap;
  /** One at least, all told with the same words. */
  readonly remarks: readonly Remark[];
  readonly opened: boolean;
  readonly readOnly: boolean;
  readonly onGo: (remark: Remark) => void;
  readonly onDismiss: (remark: Remark, reason: string) => void;
  readonly onSuggestion: (remark: Remark) => void;
};

/** One finding: what it is, why it matters, what to do, and the places where it is found. */
export function RemarkGroup({ remarks, opened, ...rest }: RemarkGroupProps) {
  const t = useText();
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const [first] = remarks;
  if (!first) return null;
  const words = (part: 'title' | 'why' | 'remedy') =>
    t.maybe(`rule.${first.rule}.${first.finding}.${part}`, first.params) ?? '';
  const shown = whole || remarks.length <= few + 1 ? remarks : remarks.slice(0, few);
  return (
    <details className={classes.group} open={opened}>
      <summary className={classes.summary}>
        <SeverityMark severity={first.severity} />
        <h3 className={classes.finding}>
          {words('title')}
          <VisuallyHidden>, {t(`severity.${first.severity}`)}</VisuallyHidden>
        </h3>
        {remarks.length > 1 && <span className={classes.count}>{format.integer(remarks.length)}</span>}
        <IconChevronRight size={16} stroke={1.8} className={classes.chevron} aria-hidden="true" />
      </summary>
      <div className={classes.body}>
        <p>{words('why')}</p>
        <p className={classes.remedy}>
          <strong>{t('remedy')}</strong> {words('remedy')}
        </p>
        <ul className={classes.items}>
          {shown.map((remark) => (
            <RemarkItem key={remarkKey(remark)} remark={remark} {...rest} />
          ))}
        </ul>
        {remarks.length > few + 1 && (
          <button type="button" className={classes.more} onClick={() => setWhole(!whole)}>
            {whole ? t('fewer') : t('more', { count: remarks.length - few })}
          </button>
        )}
      </div>
    </details>
  );
}
