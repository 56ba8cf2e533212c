import type { ImportProgress } from '#measure/domain/event-import/import-record.ts';
import { useFormat } from '#ui/i18n.ts';
import { ProgressLine } from '#ui/progress-line.tsx';
import { useText } from '../text.ts';

/** What the import of any file tells while it runs. */
export type AnyProgress = Omit<ImportProgress, 'phase' | 'setAside'> & {
  readonly phase?: ImportProgress['phase'];
  readonly setAside?: number;
};

type ImportProgressLineProps = {
  readonly progress: AnyProgress | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
};

/** How far an import is: what it does, rows and rows a second, time left, and the way out. */
export function ImportProgressLine({ progress, cancelling, onCancel }: ImportProgressLineProps) {
  const t = useText();
  const format = useFormat();
  if (progress === null) {
    return (
      <ProgressLine phase={t('progress.starting')} done={null} onCancel={onCancel} cancelling={cancelling} />
    );
  }
  const { phase = 'reading', bytesRead, bytesTotal, rows, rate, secondsLeft, setAside = 0 } = progress;
  const reading = phase === 'reading';
  const detail = [
    t('progress.rows', { count: rows, said: format.integer(rows) }),
    setAside > 0 ? t('progress.aside', { count: setAside, said: format.integer(setAside) }) : undefined,
    reading && rate > 0 ? t('progress.rate', { said: format.integer(rate) }) : undefined,
  ].filter((part) => part !== undefined);
  return (
    <ProgressLine
      phase={t(`progress.${phase}`)}
      // After the reading nobody can know how long the rest takes; it is short.
      done={reading && bytesTotal > 0 ? bytesRead / bytesTotal : null}
      detail={detail.join(' · ')}
      left={secondsLeft === null ? null : secondsLeft * 1000}
      onCancel={onCancel}
      cancelling={cancelling}
    />
  );
}
