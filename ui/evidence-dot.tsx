import classes from './evidence-dot.module.css';
import { useText } from './text.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What proves a statement. Told apart by shape first, colour second. */
export type EvidenceState = 'proven' | 'assumed' | 'stale';

export function EvidenceDot({
  state,
  labelled = false,
}: {
  readonly state: EvidenceState;
  readonly labelled?: boolean;
}) {
  const t = useText();
  const word = t(`evidence.${state}`);
  return (
    <span className={classes.evidence}>
      <svg width="10" height="10" viewBox="0 0 10 10" className={classes[state]} aria-hidden="true">
        <circle cx="5" cy="5" r={state === 'proven' ? 5 : 4} />
      </svg>
      {labelled ? word : <VisuallyHidden>{word}</VisuallyHidden>}
    </span>
  );
}
