import { expect, it } from 'vitest';
import { may } from '#kit/permissions.ts';
import { workspaceContract } from './contract.ts';
import { workspacePolicy } from './policy.ts';

it('says who may, for each endpoint', () => {
  for (const [name, endpoint] of Object.entries(workspaceContract)) {
    const { permission } = endpoint['~orpc'].meta;
    expect(may([workspacePolicy], 'owner', permission), name).toBe(true);
    expect(may([workspacePolicy], 'editor', permission), name).toBe(endpoint['~orpc'].route.method === 'GET');
  }
});
