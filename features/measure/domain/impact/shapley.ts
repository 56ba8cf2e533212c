/**
 * Credit of places for an outcome by Shapley's value, in the game where a set of places is worth the outcomes of the journeys
 * that pass no other place (Zhao, Mahboobi & Bagheri 2018, "Shapley value methods for attribution modeling in online
 * advertising", arXiv 1804.05327). In this game each journey is worth something to the sets that hold all its places, so that
 * Shapley's value is exactly its outcome shared equally between the different places it passes, whatever their number: no
 * sampling, no error. An association, not a cause.
 */

/** Journeys that reached the outcome and passed `different` places before it, this one (0 … n−1) among them. */
export type OutcomePasser = { readonly place: number; readonly different: number; readonly journeys: number };

/** Outcomes credited to each place; together with those of journeys that passed no place, all outcomes. */
export function shapleyCredit(places: number, passers: readonly OutcomePasser[]): number[] {
  const credit = new Array<number>(places).fill(0);
  for (const { place, different, journeys } of passers) credit[place]! += journeys / different;
  return credit;
}
