import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';

/** How wide a tile is, in sixths of the page: two, three, or all of them. */
export const tileSizes = ['third', 'half', 'whole'] as const;
export const tileSizeSchema = z.enum(tileSizes);
export type TileSize = z.infer<typeof tileSizeSchema>;

const placed = z.object({ id: idSchema, size: tileSizeSchema });

/** What a tile shows. What it names may be gone by now: the tile then says so. */
export const tileSchema = z.discriminatedUnion('shows', [
  placed.extend({ shows: z.literal('indicator'), indicatorId: idSchema }),
  placed.extend({
    shows: z.literal('paths'),
    sourceId: idSchema,
    /** The search part of the address of a page of lived journeys: the page reads it, and what it does not understand is as usual. */
    search: z.record(z.string(), z.unknown()),
  }),
  placed.extend({ shows: z.literal('map'), mapId: idSchema, part: z.enum(['stages', 'curve']) }),
]);
export type Tile = z.infer<typeof tileSchema>;

export const mostTiles = 40;

export const dashboardSettingsSchema = z.object({
  name: z.string().trim().min(1).max(120),
  /** In reading order. */
  tiles: z
    .array(tileSchema)
    .max(mostTiles)
    .refine((tiles) => new Set(tiles.map(({ id }) => id)).size === tiles.length, {
      error: 'two tiles have one id',
    }),
});
export type DashboardSettings = z.infer<typeof dashboardSettingsSchema>;

export const dashboardSchema = dashboardSettingsSchema.extend({ id: idSchema, createdAt: z.iso.datetime() });
export type Dashboard = z.infer<typeof dashboardSchema>;

/** A tile some places earlier (negative) or later; it stops at the ends. */
export function movedTile(tiles: readonly Tile[], id: string, by: number): Tile[] {
  const from = tiles.findIndex((tile) => tile.id === id);
  const tile = tiles[from];
  if (!tile) return [...tiles];
  const rest = tiles.filter((each) => each !== tile);
  const to = Math.min(rest.length, Math.max(0, from + by));
  return [...rest.slice(0, to), tile, ...rest.slice(to)];
}

/** A tile put where another one is: that one, and those after it, make room. */
export function droppedTile(tiles: readonly Tile[], id: string, onto: string): Tile[] {
  const from = tiles.findIndex((tile) => tile.id === id);
  const to = tiles.findIndex((tile) => tile.id === onto);
  return from < 0 || to < 0 ? [...tiles] : movedTile(tiles, id, to - from);
}

export const resizedTile = (tiles: readonly Tile[], id: string, size: TileSize): Tile[] =>
  tiles.map((tile) => (tile.id === id ? { ...tile, size } : tile));

export const withoutTile = (tiles: readonly Tile[], id: string): Tile[] =>
  tiles.filter((tile) => tile.id !== id);
