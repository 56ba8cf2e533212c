import { IconChevronRight } from '@tabler/icons-react';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { DismissedRemark } from '../../domain/review/dismissal.ts';
import { remarkKey } from '../../domain/review/remark.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { placeWords } from './place-words.ts';
import classes from './review.module.css';
import { useText } from './text.ts';

type DismissedListProps = {
  readonly map: JourneyMap;
  readonly dismissed: readonly DismissedRemark[];
  readonly readOnly: boolean;
  readonly onRestore: (one: DismissedRemark) => void;
};

/** What the team has heard and does not follow, with its reasons: nobody has to say it twice. */
export function DismissedList({ map, dismissed, readOnly, onRestore }: DismissedListProps) {
  const t = useText();
  const ui = useUiText();
  const format = useFormat();
  if (dismissed.length === 0) return null;
  return (
    <details className={classes.group}>
      <summary className={classes.summary}>
        <h3 className={`${classes.finding} ${classes.aside}`}>
          {t('dismissed', { count: dismissed.length })}
        </h3>
        <IconChevronRight size={16} stroke={1.8} className={classes.chevron} aria-hidden="true" />
      </summary>
      <ul className={classes.items}>
        {dismissed.map((one) => {
          const { remark, dismissals } = one;
          const title = t.maybe(`rule.${remark.rule}.${remark.finding}.title`) ?? remark.rule;
          const { main } = placeWords(map, remark, t, (name) => ui.maybe(`channel.${name}`) ?? name);
          return (
            <li key={remarkKey(remark)} className={classes.past}>
              <p className={classes.quote}>{main}</p>
              <p className={classes.small}>{title}</p>
              {dismissals.map(([id, { reason, author, at }]) => (
                <blockquote key={id} className={classes.reason}>
                  <p>{reason}</p>
                  <footer className={classes.small}>
                    {t('by', { author: author || t('anonymous'), date: format.date(at) })}
                  </footer>
                </blockquote>
              ))}
              {!readOnly && (
                <Button onClick={() => onRestore(one)}>
                  <span>
                    {t('restore')}
                    <VisuallyHidden>{`, ${title}, ${main}`}</VisuallyHidden>
                  </span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
