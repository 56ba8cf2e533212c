import type { Policy } from '#kit/permissions.ts';

/**
 * Who may do what with a workspace itself. Until there are accounts, whoever reaches this machine's own address is the
 * owner of every workspace.
 */
export const workspacePolicy = {
  'workspace.read': ['owner', 'editor', 'commenter', 'reader'],
  'workspace.manage': ['owner'],
} as const satisfies Policy;
