import { randomId } from '#kit/random-id.ts';

const key = 'parcours.training';
let forNow: string | undefined;

/**
 * Who plays: an id drawn by this browser and known to nobody else, so that a score is shown to its owner only. A browser
 * that keeps nothing plays under an id that lasts as long as the page.
 */
export function playerId(): string {
  try {
    const kept = localStorage.getItem(key);
    if (kept !== null && kept !== '') return kept;
    const made = randomId();
    localStorage.setItem(key, made);
    return made;
  } catch {
    forNow ??= randomId();
    return forNow;
  }
}
