import { parentPort, workerData } from 'node:worker_threads';
import { expectedForm } from '../../domain/discovery/expected-form.ts';
import type { DetectionModel } from '../../domain/discovery/model.ts';

/** Chooses questions in a thread: a second of work that the server must not wait for. */
const { model, leaveOut } = workerData as {
  readonly model: DetectionModel;
  readonly leaveOut: readonly string[];
};

parentPort?.postMessage(expectedForm(model, { askable: (id) => !leaveOut.includes(id) }));
