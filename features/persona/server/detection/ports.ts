import type { NewId } from '#kit/ids.ts';
import type { ModelStore } from './model-store.ts';

/** What the handlers about detection models need from the world. */
export type DetectionPorts = {
  readonly detectionModels: ModelStore;
  readonly newId: NewId;
  readonly now: () => Date;
};
