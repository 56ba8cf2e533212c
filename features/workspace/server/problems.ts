import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';

export const notFound = (workspaceId: WorkspaceId) => problem('workspace.not-found', { workspaceId }, 404);

export const zoneUnknown = (zone: string) => problem('workspace.zone-unknown', { zone });
