import { IconCircleDashed, IconCopy, IconMailForward } from '@tabler/icons-react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { InventoryCell } from '../../domain/inventory/inventory.ts';
import classes from './inventory.module.css';
import { useText } from './text.ts';

/** What a cell says at a glance: the touchpoints with their figures, or what is missing. */
export function CellContent({ cell }: { readonly cell: InventoryCell }) {
  const t = useText();
  if (cell.state === 'missing') {
    return (
      <span className={classes.missing}>
        <IconCircleDashed size={14} stroke={1.8} aria-hidden="true" />
        {t('lacking')}
      </span>
    );
  }
  if (cell.touchpoints.length === 0) return <VisuallyHidden>{t('empty')}</VisuallyHidden>;
  return cell.touchpoints.map(({ id, touchpoint, redundant, figures }) => (
    <span key={id} className={classes.touchpoint}>
      <span className={classes.line}>
        <span className={classes.name}>{touchpoint.title || t('untitled')}</span>
        {touchpoint.initiator === 'company' && (
          <>
            <IconMailForward size={13} stroke={1.6} aria-hidden="true" />
            <VisuallyHidden>{t('received')}</VisuallyHidden>
          </>
        )}
        {figures?.score && (
          <span className={`${classes.score} ${classes[figures.score.tone]}`}>
            <span aria-hidden="true">{figures.score.text}</span>
            <VisuallyHidden>{figures.score.spoken}</VisuallyHidden>
          </span>
        )}
      </span>
      {figures?.volumeShare != null && (
        <span className={classes.track}>
          <span style={{ width: `${Math.max(2, figures.volumeShare * 100)}%` }} />
          {figures.volume !== null && (
            <VisuallyHidden>{t('volume', { volume: figures.volume })}</VisuallyHidden>
          )}
        </span>
      )}
      {redundant && (
        <span className={classes.double}>
          <IconCopy size={13} stroke={1.8} aria-hidden="true" />
          {t('double')}
        </span>
      )}
    </span>
  ));
}
