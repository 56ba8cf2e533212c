import type { NewId } from '#kit/ids.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** What the handlers of this room need from the world. */
export type WorkspacePorts = {
  readonly workspaces: WorkspaceStore;
  readonly newId: NewId;
  readonly now: () => Date;
};
