import type { WorkspaceId } from '#kit/ids.ts';

export type OneMap = { readonly workspaceId: WorkspaceId; readonly mapId: string };
export type OneVersion = OneMap & { readonly versionId: string };
