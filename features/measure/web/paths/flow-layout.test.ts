import { describe, expect, it } from 'vitest';
import type { FlowLink } from '#measure/domain/paths/flow.ts';
import { layByRank, layProcess } from './flow-layout.ts';

const place = (key: string) => ({ at: 'place' as const, key });
const link = (
  rank: number | null,
  from: FlowLink['from'],
  to: FlowLink['to'],
  passages: number,
): FlowLink => ({
  rank,
  from,
  to,
  passages,
  journeys: passages,
  medianMilliseconds: null,
});
const begin = { at: 'begin' as const };
const left = { at: 'left' as const };

describe('the drawing of a flow', () => {
  it('by rank: what enters a box is as thick as what leaves it, and boxes of a column never touch', () => {
    const drawing = layByRank(
      [
        link(0, begin, place('A'), 70),
        link(0, begin, place('B'), 30),
        link(1, place('A'), place('B'), 50),
        link(1, place('A'), left, 20),
        link(1, place('B'), { at: 'other' }, 30),
        link(2, place('B'), left, 50),
        link(2, { at: 'other' }, { at: 'in-progress' }, 30),
      ],
      2,
      900,
    );
    const thickness = (key: string, end: 'from' | 'to', rank: number) =>
      drawing.bands
        .filter(({ link: { [end]: at, rank: own } }) => own === rank && at.at === 'place' && at.key === key)
        .reduce((sum, band) => sum + band.thickness, 0);
    const box = (id: string) => drawing.boxes.find((each) => each.id === id)!;
    expect(thickness('A', 'from', 1)).toBeCloseTo(box('0 =A').height);
    expect(thickness('B', 'to', 1)).toBeCloseTo(thickness('B', 'from', 2));
    expect(box('1 left')).toMatchObject({ passages: 20 });
    for (const column of [0, 1, 2]) {
      const own = drawing.boxes.filter(({ position }) => position === column).sort((a, b) => a.y - b.y);
      own.slice(1).forEach((each, at) => {
        expect(each.y).toBeGreaterThan(own[at]!.y + own[at]!.height);
      });
      expect(own.at(-1)!.y + own.at(-1)!.height).toBeLessThanOrEqual(drawing.height);
    }
  });

  it('as a process: places in the order they are mostly taken, what comes back on the other side', () => {
    const drawing = layProcess(
      [
        link(null, begin, place('A'), 100),
        link(null, place('A'), place('B'), 100),
        link(null, place('B'), place('C'), 80),
        link(null, place('C'), place('A'), 10),
        link(null, place('A'), place('C'), 10),
        link(null, place('C'), left, 80),
        link(null, place('B'), left, 20),
      ],
      900,
    );
    expect(drawing.boxes.map(({ id }) => id)).toEqual(['=A', '=B', '=C']);
    const middle = (id: string) => drawing.bands.find((band) => band.id === id)!.middle.x;
    expect(middle(' =C > =A')).toBeLessThan(450);
    expect(middle(' =A > =C')).toBeGreaterThan(450);
  });

  it('draws nothing of nothing', () => {
    expect(layByRank([], 5, 900)).toMatchObject({ boxes: [], bands: [] });
    expect(layProcess([], 900)).toMatchObject({ boxes: [], bands: [] });
  });
});
