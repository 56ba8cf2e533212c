import { setTimeout as pause } from 'node:timers/promises';
import type { Output } from './output.ts';

type Progress = {
  readonly phase?: 'reading' | 'checking' | 'building' | 'publishing';
  readonly rows: number;
  readonly rate: number;
  readonly secondsLeft: number | null;
};

type State = { readonly status: string; readonly progress: Progress | null };

/** Milliseconds between two looks: small files are over before anybody waits, large ones cost no more for being watched. */
const firstLook = 50;
const longestPause = 500;

/**
 * Waits for an import, saying how far it is. Interrupted, it cancels the import, and answers when nothing of it is left.
 */
export async function followImport<Found extends State>(
  output: Output,
  signal: AbortSignal,
  follow: { look(): Promise<Found>; cancel(): Promise<unknown> },
): Promise<Found> {
  let wait = firstLook;
  for (;;) {
    if (signal.aborted) {
      await follow.cancel();
      return follow.look();
    }
    const state = await follow.look();
    if (state.status !== 'running' && state.status !== 'publishing') return state;
    if (state.progress) output.progress(progressLine(output, state.progress));
    await pause(wait, undefined, { signal }).catch(() => {});
    wait = Math.min(longestPause, wait * 1.5);
  }
}

export function progressLine(
  { say, format }: Output,
  { phase = 'reading', rows, rate, secondsLeft }: Progress,
): string {
  const parts = [
    say(`phase.${phase}`),
    say('progress.rows', { rows: format.integer(rows) }),
    say('progress.rate', { rate: format.integer(rate) }),
  ];
  if (secondsLeft !== null) parts.push(say('left', { time: format.duration(secondsLeft * 1000) }));
  return parts.join(' · ');
}
