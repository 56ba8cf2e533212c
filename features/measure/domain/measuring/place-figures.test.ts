import { describe, expect, it } from 'vitest';
import { placeFigures, respondentFigures } from './place-figures.ts';
import { emptyTally, type PlaceTally } from './tally.ts';

const hour = 3_600_000;
const options = { minimum: 5, split: false };

/** 40 journeys pass; 20 went on, 6 are under way without, 10 stopped here, 4 are under way here. */
const tally = (more: Partial<PlaceTally> = {}): PlaceTally => ({
  ...emptyTally(),
  volume: 50,
  customers: 40,
  wentOn: 20,
  undecided: 6,
  stopped: 10,
  inProgress: 4,
  durations: [
    { time: hour, events: 15, censored: 0 },
    { time: 3 * hour, events: 15, censored: 2 },
  ],
  ...more,
});
const part = (more: Partial<PlaceTally> = {}, later = true) => ({
  tally: tally(more),
  journeys: 100,
  later,
  designEffect: 1,
});

describe('figures of a place', () => {
  it('leave those nobody knows about out of what they are shares of', () => {
    const figures = placeFigures([part()], options);
    expect(figures).toMatchObject({ volume: 50, customers: 40, inProgress: 4 });
    expect(figures.share).toMatchObject({ value: 0.4, n: 100, method: 'wilson' });
    expect(figures.goesOn).toMatchObject({ value: 20 / 34, n: 34 });
    expect(figures.stopsHere).toMatchObject({ value: 10 / 36, n: 36 });
    expect(figures.timeToNext).toMatchObject({ value: 3 * hour, n: 32, ended: 30, stillInProgress: 2 });
  });

  it('tell neither going on nor stopping where nothing later is bound', () => {
    expect(placeFigures([part({}, false)], options)).toMatchObject({
      goesOn: null,
      stopsHere: null,
      customers: 40,
    });
    expect(placeFigures([part({ customers: 0, wentOn: 0 })], options).goesOn).toBeNull();
  });

  it('add sources, each with its own journeys; a source without later stages says nothing of going on', () => {
    const figures = placeFigures([part(), part({ customers: 10 }, false)], options);
    expect(figures.share).toMatchObject({ value: 50 / 200, n: 200 });
    expect(figures.goesOn).toMatchObject({ n: 34 });
  });

  it('are withheld under the minimum, and counts of a group under five', () => {
    expect(placeFigures([part()], { minimum: 35, split: false }).goesOn).toEqual({
      withheld: true,
      n: 34,
      minimum: 35,
    });
    const few = placeFigures([part({ customers: 4 })], { minimum: 5, split: true });
    expect(few).toMatchObject({
      customers: { withheld: true },
      volume: { withheld: true },
      inProgress: { withheld: true },
    });
    expect(
      placeFigures([part({ customers: 0, volume: 0, inProgress: 0 })], { minimum: 5, split: true }),
    ).toMatchObject({
      customers: 0,
      volume: 0,
      inProgress: 0,
    });
  });

  it('tell no delay while nobody has gone elsewhere', () => {
    const waiting = [{ time: hour, events: 0, censored: 12 }];
    expect(placeFigures([part({ durations: waiting })], options).timeToNext).toBeNull();
  });

  it('of a place with answers only count respondents', () => {
    expect(respondentFigures(12, 20, options)).toMatchObject({
      customers: 12,
      volume: 20,
      share: null,
      timeToNext: null,
    });
    expect(respondentFigures(3, 3, { minimum: 5, split: true }).customers).toEqual({ withheld: true });
  });
});
