import { useFormat } from '#ui/i18n.ts';
import { ProgressLine } from '#ui/progress-line.tsx';
import { useMapContext } from '../view/map-context.ts';
import classes from './media.module.css';
import { useSentFiles } from './sending-store.ts';
import { useText } from './text.ts';

/** Over the foot of the map: pictures, sounds and videos on their way, how far each one is, and the way to stop it. */
export function SendingBar() {
  const { sending } = useMapContext();
  const t = useText();
  const format = useFormat();
  const files = useSentFiles(sending);
  if (files.length === 0) return null;
  return (
    <section className={classes.sending} aria-label={t('media.onTheirWay')}>
      {files.map(({ id, name, sent, total, cancel }) => (
        <ProgressLine
          key={id}
          phase={t('media.sending', { name })}
          done={total === 0 ? null : Math.min(1, sent / total)}
          detail={t('media.sent', {
            sent: format.bytes(Math.min(sent, total)),
            total: format.bytes(total),
          })}
          onCancel={cancel}
        />
      ))}
    </section>
  );
}
