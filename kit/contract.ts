import { oc } from '@orpc/contract';
import { z } from 'zod';

/** What a caller must be allowed to do; each feature's `policy.ts` says which role may. */
export type Permission = `${string}.${'read' | 'write' | 'manage'}`;

export type EndpointMeta = { readonly permission: Permission };

const base = oc.$meta<EndpointMeta>({ permission: 'workspace.manage' });

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One endpoint as data: method, path, what it takes in one sentence (it becomes the OpenAPI summary) and the permission
 * it needs. Add `.input(zod)` and `.output(zod)`. All paths live under /api and name the workspace first.
 */
export const endpoint = (method: Method, path: `/v1/${string}`, permission: Permission, summary: string) =>
  base.meta({ permission }).route({
    method,
    path,
    summary,
    tags: [path.split('/').filter((part) => !part.startsWith('{'))[3] ?? 'workspaces'],
  });

/**
 * RFC 9457 problem details, the body of every error answer. `code` is stable; `title` and `detail` are in the language
 * of the request; `params` hold what the sentence says (file, line, value …).
 */
export const problemDetailsSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;
