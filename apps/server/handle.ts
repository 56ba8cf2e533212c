import { z } from 'zod';
import { journeyPolicy } from '#journey/policy.ts';
import type { EndpointMeta } from '#kit/contract.ts';
import { type WorkspaceId, workspaceIdSchema } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { may, type Policy } from '#kit/permissions.ts';
import type { Result } from '#kit/result.ts';
import { measurePolicy } from '#measure/policy.ts';
import { personaPolicy } from '#persona/policy.ts';
import { voicePolicy } from '#voice/policy.ts';
import { workspacePolicy } from '#workspace/policy.ts';
import { notFound } from '#workspace/server/problems.ts';
import { asContractError } from './problem-details.ts';
import type { World } from './world.ts';

export type RequestContext = { readonly world: World; readonly locale: Locale };

const policies: readonly Policy[] = [
  workspacePolicy,
  personaPolicy,
  journeyPolicy,
  voicePolicy,
  measurePolicy,
];

/** Until there are accounts, whoever reaches this machine's own address is the owner. */
const role = 'owner';

/** Refuses what the caller's role may not do, whatever the endpoint: asked before any handler runs. */
export function requirePermission({ permission }: EndpointMeta): void {
  if (!may(policies, role, permission)) throw asContractError({ code: 'request.forbidden', status: 403 });
}

/**
 * Lets a plain handler answer an endpoint: its problem becomes the one error type the contract library carries. What is
 * asked of a workspace that is not there is refused before any room sees it.
 */
export const handle =
  <Input, Output>(handler: (world: World, input: Input) => Promise<Result<Output>>) =>
  async ({ input, context }: { input: Input; context: RequestContext }): Promise<Output> => {
    const workspaceId = workspaceOf(input);
    if (workspaceId && !(await context.world.workspaces.find(workspaceId)))
      throw asContractError(notFound(workspaceId));
    const result = await handler(context.world, input);
    if (result.ok) return result.value;
    throw asContractError(result.problem);
  };

function workspaceOf(input: unknown): WorkspaceId | undefined {
  const named = z.looseObject({ workspaceId: workspaceIdSchema }).safeParse(input);
  return named.success ? named.data.workspaceId : undefined;
}
