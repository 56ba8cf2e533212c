import { Button } from './button.tsx';
import { useFormat } from './i18n.ts';
import classes from './progress-line.module.css';
import { useText } from './text.ts';

type ProgressLineProps = {
  /** What is being done now: "Lecture du fichier". */
  readonly phase: string;
  /** 0…1, or null when nobody can know how far it is. */
  readonly done: number | null;
  /** What has gone through, already said: "1 204 000 événements · 412 000/s". */
  readonly detail?: string;
  /** Milliseconds left, or null when not yet known. */
  readonly left?: number | null;
  readonly onCancel?: () => void;
  readonly cancelling?: boolean;
};

/** Long work: what it does, how far it is, how long it will take, and the way out. */
export function ProgressLine({
  phase,
  done,
  detail,
  left = null,
  onCancel,
  cancelling = false,
}: ProgressLineProps) {
  const t = useText();
  const format = useFormat();
  const told = [
    detail,
    done === null ? undefined : t('progress.done', { percent: format.share(Math.min(1, Math.max(0, done))) }),
    left === null ? undefined : t('progress.left', { time: format.durationInWords(left) }),
  ].filter((part) => part !== undefined);
  return (
    <div className={classes.progress}>
      <div className={classes.head}>
        <span className={classes.phase} aria-live="polite">
          {cancelling ? t('progress.cancelling') : phase}
        </span>
        {onCancel !== undefined && (
          <Button onClick={onCancel} disabled={cancelling}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={phase}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(done === null ? {} : { 'aria-valuenow': Math.round(done * 100) })}
      >
        <div
          className={done === null ? classes.unknown : classes.bar}
          style={done === null ? undefined : { width: `${done * 100}%` }}
        />
      </div>
      <p className={classes.detail}>{told.join(' · ')}</p>
    </div>
  );
}
