import { describe, expect, it } from 'vitest';
import { passagesOf, placesPassed, type TimelineEvent } from './timeline.ts';

const hour = 3_600_000;
const event = (at: number, name: string, score: number | null = null, channel = 'web'): TimelineEvent => ({
  name,
  channel,
  at: at * hour,
  score,
});

describe('one journey as a timeline', () => {
  const events = [event(0, 'a', 4), event(0, 'a', 5, 'phone'), event(2, 'b'), event(3, 'a', null, '')];
  const hits = events.map(({ name }, at) => ({ event: at + 1, place: name === 'a' ? 1 : 2 }));

  it('keeps each event, or joins the same place in a row with all that was said there', () => {
    expect(
      passagesOf(events, hits, 'kept').map(({ place, sinceMilliseconds }) => [place, sinceMilliseconds]),
    ).toEqual([
      [1, null],
      [1, 0],
      [2, 2 * hour],
      [1, hour],
    ]);
    const joined = passagesOf(events, hits, 'joined');
    expect(joined.map(({ place, events: n }) => [place, n])).toEqual([
      [1, 2],
      [2, 1],
      [1, 1],
    ]);
    expect(joined[0]).toMatchObject({ channels: ['web', 'phone'], score: 4.5, scores: 2, until: 0 });
    expect(joined[2]).toMatchObject({ channels: [], score: null, scores: 0, sinceMilliseconds: hour });
    expect(placesPassed(joined)).toEqual([
      { place: 1, passages: 2 },
      { place: 2, passages: 1 },
    ]);
  });

  it('counts an event once at a place that reads it twice, and leaves out what no place reads', () => {
    const twice = [
      { event: 1, place: 1 },
      { event: 1, place: 1 },
      { event: 1, place: 2 },
      { event: 4, place: 2 },
    ];
    expect(passagesOf(events, twice, 'kept').map(({ place, events: n }) => [place, n])).toEqual([
      [1, 1],
      [2, 1],
      [2, 1],
    ]);
    expect(passagesOf(events, twice, 'joined').map(({ place, events: n }) => [place, n])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(passagesOf(events, [], 'kept')).toEqual([]);
  });

  it('reads a journey of 100,000 events', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => event(at, at % 3 === 0 ? 'a' : 'b'));
    const places = many.map(({ name }, at) => ({ event: at + 1, place: name === 'a' ? 1 : 2 }));
    expect(passagesOf(many, places, 'joined').length).toBe(66_667);
  });
});
