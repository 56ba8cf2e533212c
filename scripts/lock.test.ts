import { expect, it } from 'vitest';
import { missingPackages, readLock } from './lock.ts';

it('the lock names the packages of every platform: npm ci takes it (cure: node scripts/lock.ts)', () => {
  expect(missingPackages(readLock()).map(({ name }) => name)).toEqual([]);
});
