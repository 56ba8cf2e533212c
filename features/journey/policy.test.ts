import { expect, it } from 'vitest';
import { may } from '#kit/permissions.ts';
import { journeyContract } from './contract.ts';
import { journeyPolicy } from './policy.ts';

it('says who may, for each endpoint', () => {
  for (const [name, endpoint] of Object.entries(journeyContract)) {
    const { permission } = endpoint['~orpc'].meta;
    expect(may([journeyPolicy], 'owner', permission), name).toBe(true);
    const reads = endpoint['~orpc'].route.method === 'GET';
    expect(may([journeyPolicy], 'reader', permission), name).toBe(reads);
    expect(may([journeyPolicy], 'commenter', permission), name).toBe(reads);
  }
});
