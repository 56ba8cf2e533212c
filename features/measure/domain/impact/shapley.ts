/**
 * Credit of places for an outcome by Shapley's value, in the game where a set of places is worth the outcomes of the journeys
 * that pass no other place (Zhao, Mahboobi & Bagheri 2018, "Shapley value methods for attribution modeling in online
 * advertising", arXiv 1804.05327). In this game each journey is worth something to the sets that hold all its places, so that
 * Shapley's value is exactly its outcome shared equally between the different places it passes, whatever their number: no
 * sampling, no error. An association, not a cause.
 */

/** Journeys that reached the outcome, by the set of different places they passed before it (numbers 0 … n−1). */
export type OutcomeSet = { readonly places: readonly number[]; readonly journeys: number };

/** Outcomes credited to each place; together with those of journeys that passed no place, all outcomes. */
export function shapleyCredit(places: number, sets: readonly OutcomeSet[]): number[] {
  const credit = Array.from({ length: places }, () => 0);
  for (const { places: passed, journeys } of sets)
    for (const place of passed) credit[place] = (credit[place] ?? 0) + journeys / passed.length;
  return credit;
}
