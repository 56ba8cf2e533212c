import type { WorkspaceId } from '#kit/ids.ts';

export type InWorkspace = { readonly workspaceId: WorkspaceId };
export type OnePersona = InWorkspace & { readonly personaId: string };
export type OneVersion = OnePersona & { readonly versionId: string };
