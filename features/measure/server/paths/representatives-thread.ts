import { parentPort, workerData } from 'node:worker_threads';
import { findRepresentatives } from '../../domain/paths/representative/representatives.ts';
import type { WeightedPaths } from '../../domain/paths/representative/weighted-paths.ts';

/** The search for representatives in a thread of its own, so that the server goes on answering. */
const { paths, seed } = workerData as { readonly paths: WeightedPaths; readonly seed: number };
parentPort?.postMessage(findRepresentatives(paths, seed));
