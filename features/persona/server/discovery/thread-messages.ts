import type { Problem } from '#kit/problem.ts';
import type { Check, FittedCandidate } from '../../domain/discovery/candidates.ts';
import type { Decision, Discovery, DiscoveryInput } from '../../domain/discovery/discover.ts';
import type { EncodedTable } from '../../domain/discovery/encoded.ts';
import type { DiscoveryOptions } from '../../domain/discovery/result.ts';
import type { SecondOpinion } from '../../domain/discovery/second-opinion.ts';

/** What a thread is born with. */
export type ThreadData = { readonly options: DiscoveryOptions };

/** One piece of a discovery, and what it comes back with. A thread does one at a time. */
export type Pieces = {
  /** `describe` and `conclude` must be asked of the thread that prepared. */
  prepare: {
    ask: { readonly input: DiscoveryInput };
    answer: { readonly problem: Problem } | { readonly ks: readonly number[]; readonly sample: EncodedTable };
  };
  /** The rows that the pieces below work on, in memory that all threads share. */
  take: { ask: { readonly sample: EncodedTable }; answer: null };
  fit: { ask: { readonly k: number }; answer: FittedCandidate };
  check: {
    ask: { readonly k: number; readonly labels: Uint8Array; readonly bootstrap: number };
    answer: Check;
  };
  medoids: { ask: { readonly k: number }; answer: SecondOpinion };
  /** Keeps what it made for `conclude`. */
  describe: { ask: { readonly fitted: FittedCandidate; readonly checks: readonly Check[] }; answer: null };
  conclude: {
    ask: { readonly decision: Decision; readonly opinion: SecondOpinion | null };
    answer: Discovery;
  };
};
export type PieceName = keyof Pieces;
export type Ask<N extends PieceName = PieceName> = { [K in N]: { readonly name: K } & Pieces[K]['ask'] }[N];
export type Answer = Pieces[PieceName]['answer'];
