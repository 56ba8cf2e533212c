import { expect, it } from 'vitest';
import { Allowance } from './limits.ts';

it('an allowance lets a burst through, then the steady rate', () => {
  const allowance = new Allowance(10, 3, 0);
  expect([0, 0, 0, 0].map((now) => allowance.take(now))).toEqual([true, true, true, false]);
  expect(allowance.take(99)).toBe(false);
  expect(allowance.take(200)).toBe(true);
  expect([100_000, 100_000, 100_000, 100_000].map((now) => allowance.take(now))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
