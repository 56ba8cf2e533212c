import type { Permission } from './contract.ts';

/** What a person may be in a workspace, the most able first. */
export const roles = ['owner', 'editor', 'commenter', 'reader'] as const;
export type Role = (typeof roles)[number];

/** Who may do what, as a list a person can read: each permission with the roles that have it. */
export type Policy = Readonly<Record<Permission, readonly Role[]>>;

/**
 * May this role do what an endpoint asks? Policies of the rooms are asked one after the other; what none of them names
 * is refused.
 */
export const may = (policies: readonly Policy[], role: Role, permission: Permission): boolean =>
  policies.some((policy) => Object.hasOwn(policy, permission) && policy[permission]!.includes(role));
