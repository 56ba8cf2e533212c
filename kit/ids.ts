import { z } from 'zod';

/** Ids are opaque, URL-safe and short enough to be said on the telephone in an emergency. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const workspaceIdSchema = idSchema.brand<'WorkspaceId'>();
export type WorkspaceId = z.infer<typeof workspaceIdSchema>;

/** Gives a fresh id at each call; passed in, so that rules stay pure and tests stay deterministic. */
export type NewId = () => string;
