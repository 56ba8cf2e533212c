import { describe, expect, it } from 'vitest';
import { drawnAndTravelled, type TravelledPart } from './travelled.ts';

const part = (more: Partial<TravelledPart> = {}): TravelledPart => ({
  kinds: [
    { id: 1, name: 'Call', channel: 'phone' },
    { id: 2, name: 'Visit', channel: 'web' },
  ],
  events: 1000,
  undrawn: [
    { kind: 1, events: 10, journeys: 4 },
    { kind: 2, events: 90, journeys: 80 },
  ],
  neighbours: [],
  stepCustomers: new Map([
    ['s1', 100],
    ['s2', 0],
  ]),
  designEffect: 1,
  ...more,
});

describe('drawn against travelled', () => {
  it('lists the events nobody drew, commonest first, and the share drawn', () => {
    const told = drawnAndTravelled([part()], ['s1', 's2'], 30);
    expect(told?.undrawn).toEqual([
      { name: 'Visit', channel: 'web', events: 90, journeys: 80 },
      { name: 'Call', channel: 'phone', events: 10, journeys: 4 },
    ]);
    expect(told?.eventsDrawn).toEqual({ drawn: 900, all: 1000 });
  });

  it('lists bound steps that no source takes; steps bound to no event are not judged', () => {
    expect(drawnAndTravelled([part()], ['s1', 's2', 's3'], 30)?.untaken).toEqual(['s2']);
    const elsewhere = part({ stepCustomers: new Map([['s2', 3]]) });
    expect(drawnAndTravelled([part(), elsewhere], ['s1', 's2'], 30)?.untaken).toEqual([]);
  });

  it('says two steps are inverted only when the interval leaves out one half', () => {
    const pair = (both: number, inverted: number) =>
      drawnAndTravelled(
        [part({ neighbours: [{ first: 's1', second: 's2', both, inverted }] })],
        ['s1', 's2'],
        30,
      )?.inverted;
    expect(pair(100, 80)).toMatchObject([
      { drawnFirst: 's1', drawnSecond: 's2', journeys: 100, share: { value: 0.8 } },
    ]);
    expect(pair(100, 55)).toEqual([]);
    expect(pair(20, 20)).toEqual([]);
  });

  it('is nothing without a source', () => {
    expect(drawnAndTravelled([], [], 30)).toBeNull();
  });
});
