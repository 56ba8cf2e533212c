import type { Problem } from '#kit/problem.ts';
import type { Check, FittedCandidate } from '../../domain/discovery/candidates.ts';
import type { Decision, Discovery, DiscoveryInput } from '../../domain/discovery/discover.ts';
import type { DiscoveryOptions } from '../../domain/discovery/result.ts';
import type { SecondOpinion } from '../../domain/discovery/second-opinion.ts';

/** What a thread is born with. */
export type ThreadData = { readonly input: DiscoveryInput; readonly options: DiscoveryOptions };

/** One piece of a discovery, and what it comes back with. A thread does one at a time. */
export type Pieces = {
  prepare: {
    ask: Record<never, never>;
    answer: { readonly problem: Problem } | { readonly ks: readonly number[]; readonly rows: number };
  };
  fit: { ask: { readonly k: number }; answer: FittedCandidate };
  check: {
    ask: { readonly k: number; readonly labels: Uint8Array; readonly bootstrap: number };
    answer: Check;
  };
  medoids: { ask: { readonly k: number }; answer: SecondOpinion };
  /** Keeps what it made for `conclude`, which must be asked of the same thread. */
  describe: { ask: { readonly fitted: FittedCandidate; readonly checks: readonly Check[] }; answer: null };
  conclude: {
    ask: { readonly decision: Decision; readonly opinion: SecondOpinion | null };
    answer: Discovery;
  };
};
export type PieceName = keyof Pieces;
export type Ask<N extends PieceName = PieceName> = { [K in N]: { readonly name: K } & Pieces[K]['ask'] }[N];
export type Answer = Pieces[PieceName]['answer'];
