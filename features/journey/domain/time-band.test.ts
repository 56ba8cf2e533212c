import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { addDurations, inSeconds, saidIn } from './duration.ts';
import { editStage } from './edit/stage.ts';
import { addStep, editStep } from './edit/step.ts';
import { outline } from './outline.ts';
import { type Duration, durationUnits, type JourneyMap } from './schema.ts';
import { templateMap } from './templates/template.ts';
import { drawnLength, timeBand } from './time-band.ts';

const day = 86_400;
const days = (value: number): Duration => ({ value, unit: 'day' });

/** The template with a second step in its first stage; what is said of the stage and of its two steps. */
function first(stage: Duration | null, ...steps: (Duration | null)[]) {
  let count = 0;
  let map: JourneyMap = templateMap('journey', 'en', 'A journey', () => `t${count++}`);
  const { id } = outline(map).stages[0]!;
  map = applyChanges(
    map,
    addStep(map, { stageId: id }, () => 'second'),
  );
  map = applyChanges(map, editStage(map, id, { duration: stage }));
  for (const [at, node] of outline(map).stages[0]!.steps.entries()) {
    map = applyChanges(map, editStep(map, node.id, { duration: steps[at] ?? null }));
  }
  const band = timeBand(outline(map));
  return { band, told: band.segments.filter(({ stageId }) => stageId === id) };
}

describe('the time band', () => {
  it('takes the word of each step, and says how many say nothing', () => {
    const { band, told } = first(null, days(2));
    expect(told.map(({ seconds }) => seconds)).toEqual([2 * day, null]);
    expect(band).toMatchObject({ seconds: 2 * day, unsaid: band.segments.length - 1 });
  });

  it('shares what the stage says among the steps that say nothing', () => {
    expect(first(days(10), days(4)).told).toMatchObject([
      { seconds: 4 * day, shared: false },
      { seconds: 6 * day, shared: true },
    ]);
    expect(first(days(10)).told.map(({ seconds }) => seconds)).toEqual([5 * day, 5 * day]);
  });

  it('shows as time between what neither of its steps says, and believes steps that say more', () => {
    expect(first(days(10), days(4), days(1)).told).toMatchObject([
      { seconds: 4 * day },
      { seconds: day },
      { seconds: 5 * day, stepId: null },
    ]);
    expect(first(days(3), days(4), days(1)).band.seconds).toBe(5 * day);
  });

  it('keeps the order of durations on both scales, and short ones in sight on the compact one', () => {
    expect(drawnLength(180, 'compact') / drawnLength(9 * day, 'compact')).toBeGreaterThan(0.1);
    fc.assert(
      fc.property(fc.nat(1e8), fc.nat(1e8), (a, b) => {
        for (const scale of ['proportional', 'compact'] as const) {
          expect(Math.sign(drawnLength(a, scale) - drawnLength(b, scale))).toBe(Math.sign(a - b));
        }
      }),
    );
  });
});

describe('durations', () => {
  it('add up in the coarser unit, and nothing said adds nothing', () => {
    expect(addDurations(days(1), { value: 12, unit: 'hour' })).toEqual(days(1.5));
    expect(addDurations(null, days(2))).toEqual(days(2));
    expect(addDurations(null, null)).toBeNull();
  });

  it('are said in the unit people would use', () => {
    expect([45, 120, 5400, 85_700, 2 * day, 20 * day, 800 * day].map(saidIn)).toEqual([
      { value: 45, unit: 'second' },
      { value: 2, unit: 'minute' },
      { value: 1.5, unit: 'hour' },
      { value: 24, unit: 'hour' },
      { value: 2, unit: 'day' },
      { value: 20, unit: 'day' },
      { value: 2.2, unit: 'year' },
    ]);
    for (const unit of durationUnits) expect(inSeconds({ value: 1, unit })).toBeGreaterThan(0);
  });
});
