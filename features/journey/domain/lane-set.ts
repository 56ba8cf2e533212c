import { z } from 'zod';
import { inOrder, spread } from '#kit/document/order.ts';
import { collaborativeText, collection, defineDocument } from '#kit/document/schema.ts';
import type { NewId } from '#kit/ids.ts';
import { orderedLanes } from './outline.ts';
import { type JourneyMap, laneSchema } from './schema.ts';

/** A lane as a set keeps it: what it is and how it looks, without any card. */
export const savedLaneSchema = laneSchema.pick({ type: true, title: true, folded: true, colour: true });
export type SavedLane = z.infer<typeof savedLaneSchema>;

/** Lanes a team likes to draw with, kept under a name for the next maps of the workspace. */
export const laneSetDocument = defineDocument({
  kind: 'lane-set',
  version: 1,
  schema: z.object({
    title: collaborativeText(200),
    lanes: collection(laneSchema.pick({ order: true, type: true, title: true, folded: true, colour: true })),
  }),
  migrations: [],
});
export type LaneSet = z.infer<typeof laneSetDocument.schema>;

export const mostSavedLanes = 60;

/** The lanes of a map that are shown, in their order. */
export const lanesToKeep = (map: JourneyMap): SavedLane[] =>
  orderedLanes(map)
    .filter(([, lane]) => !lane.hidden)
    .slice(0, mostSavedLanes)
    .map(([, { type, title, folded, colour }]) => ({ type, title, folded, colour }));

export function laneSet(title: string, lanes: readonly SavedLane[], newId: NewId): LaneSet {
  const orders = spread(lanes.length);
  return {
    title,
    lanes: Object.fromEntries(lanes.map((lane, index) => [newId(), { ...lane, order: orders[index]! }])),
  };
}

export const savedLanesOf = (set: LaneSet): SavedLane[] =>
  inOrder(set.lanes).map(([, { type, title, folded, colour }]) => ({ type, title, folded, colour }));

/** A map that begins with these lanes instead of those of its kind. */
export function withLanes(map: JourneyMap, lanes: readonly SavedLane[], newId: NewId): JourneyMap {
  const orders = spread(lanes.length);
  const own = lanes.map(
    (lane, index) => [newId(), { ...lane, hidden: false, figures: null, order: orders[index]! }] as const,
  );
  return { ...map, lanes: Object.fromEntries(own) };
}
