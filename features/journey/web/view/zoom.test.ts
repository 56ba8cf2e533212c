import { describe, expect, it } from 'vitest';
import { nextZoom, withinZoom } from './zoom.ts';

describe('the size of the map', () => {
  it('goes up and down the same steps, and stops at both ends', () => {
    expect(nextZoom(1, 'in')).toBe(1.1);
    expect(nextZoom(1.1, 'out')).toBe(1);
    expect(nextZoom(0.34, 'in')).toBe(0.5);
    expect(nextZoom(0.34, 'out')).toBe(0.25);
    expect(nextZoom(2, 'in')).toBe(2);
    expect(nextZoom(0.1, 'out')).toBe(0.1);
  });

  it('stays inside the scale whatever is asked', () => {
    expect([0, 0.333, 5].map(withinZoom)).toEqual([0.1, 0.33, 2]);
  });
});
