/** Different paths as numbers of places, each with the number of journeys that take it. */
export type WeightedPaths = {
  readonly paths: readonly Uint16Array[];
  readonly weights: readonly number[];
};
