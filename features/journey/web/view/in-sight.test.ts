import { expect, it } from 'vitest';
import { reimbursementExample } from '../../domain/examples/reimbursement.ts';
import { nextGridModel } from './grid-model.ts';
import { rowsInSight } from './in-sight.ts';

it('draws first the rows that fill the screen, and all of them where there are fewer', () => {
  const { rows } = nextGridModel(reimbursementExample('fr'), null, undefined);
  expect(rowsInSight(rows, 1)).toBe(1);
  const some = rowsInSight(rows, 300);
  expect(some).toBeGreaterThan(1);
  expect(some).toBeLessThan(rows.length);
  expect(rowsInSight(rows, 100_000)).toBe(rows.length);
  const [first] = rows;
  const folded = { ...first!, lane: { ...first!.lane, folded: true } };
  expect(
    rowsInSight(
      Array.from({ length: 40 }, () => folded),
      360,
    ),
  ).toBe(10);
});
