import type { Proof } from '../../domain/proof.ts';
import classes from './proof-bar.module.css';

/** Proven, out of date, assumed, in one bar. The words beside it say the same: the bar is for the eye. */
export function ProofBar({
  proof,
}: {
  readonly proof: Pick<Proof, 'proven' | 'assumed' | 'stale' | 'total'>;
}) {
  const width = (count: number) => ({ width: `${(count / Math.max(1, proof.total)) * 100}%` });
  return (
    <span className={classes.bar} aria-hidden="true">
      <span className={classes.proven} style={width(proof.proven)} />
      <span className={classes.stale} style={width(proof.stale)} />
    </span>
  );
}
