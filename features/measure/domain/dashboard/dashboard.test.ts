import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dashboardSettingsSchema,
  droppedTile,
  movedTile,
  resizedTile,
  type Tile,
  withoutTile,
} from './dashboard.ts';

const tiles = (count: number): Tile[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    size: 'third',
    shows: 'indicator',
    indicatorId: `i${at}`,
  }));
const ids = (all: readonly Tile[]) => all.map(({ id }) => id).join(' ');

describe('the tiles of a dashboard', () => {
  it('move, and stop at the ends', () => {
    expect(ids(movedTile(tiles(3), 't0', 1))).toBe('t1 t0 t2');
    expect(ids(movedTile(tiles(3), 't0', -1))).toBe('t0 t1 t2');
    expect(ids(movedTile(tiles(3), 't2', 9))).toBe('t0 t1 t2');
    expect(ids(droppedTile(tiles(4), 't3', 't1'))).toBe('t0 t3 t1 t2');
    expect(ids(droppedTile(tiles(4), 't0', 't2'))).toBe('t1 t2 t0 t3');
    expect(ids(droppedTile(tiles(2), 'gone', 't1'))).toBe('t0 t1');
  });

  it('are all still there, once each, wherever one goes', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.integer({ min: -9, max: 9 }), (count, at, by) => {
        const moved = movedTile(tiles(count), `t${at}`, by);
        expect(ids(moved).split(' ').sort()).toEqual(ids(tiles(count)).split(' ').sort());
      }),
    );
  });

  it('change size, go, and are refused twice under one id', () => {
    expect(resizedTile(tiles(2), 't1', 'whole').map(({ size }) => size)).toEqual(['third', 'whole']);
    expect(ids(withoutTile(tiles(3), 't1'))).toBe('t0 t2');
    const twice = { name: 'n', tiles: [...tiles(1), ...tiles(1)] };
    expect(dashboardSettingsSchema.safeParse(twice).success).toBe(false);
  });
});
