import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ok, type Result } from '#kit/result.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import { type TypicalPaths, typicalPaths } from '#measure/analytics/paths/typical-paths.ts';
import { splitCount } from '#measure/domain/measuring/split.ts';
import { farFrom, type RepresentativesAnswer } from '#measure/domain/paths/answer.ts';
import { longestRead, type Representatives } from '#measure/domain/paths/representative/representatives.ts';
import type { WeightedPaths } from '#measure/domain/paths/representative/weighted-paths.ts';
import { type OpenPaths, openPaths, type PathPorts, type PathRequest } from './open-paths.ts';

/** The same at every run: the same journeys have the same representatives. */
const seed = 20_190_604;

/** Three to seven journeys that stand for all. Problems: those of `openPaths`. */
export async function representatives(
  ports: PathPorts,
  request: PathRequest,
): Promise<Result<RepresentativesAnswer>> {
  const open = await openPaths(ports, request);
  if (!open.ok) return open;
  const { question, basis, designEffect } = open.value;
  const { read, found } = await openTypical(ports.engine, question);
  const { paths, weights, journeys, underWay, placeless, sampled } = read;
  const told = basis(journeys);
  const medians = await read.medians(found.nearest, found.representatives.length);
  const { minimum } = told;
  const sum = (keep: (at: number) => boolean, value: (at: number) => number = () => 1): number =>
    weights.reduce((total, weight, at) => total + (keep(at) ? weight * value(at) : 0), 0);
  const everyone = sum(() => true);
  const apart = (at: number): number => found.distance[at] ?? 0;
  return ok({
    basis: told,
    told: everyone,
    sampled,
    underWay,
    placeless,
    variants: paths.length,
    tried: [...found.tried],
    meanDistance: everyone === 0 ? 0 : sum(() => true, apart) / everyone,
    far: shareEstimate(
      sum((at) => apart(at) >= farFrom),
      everyone,
      { minimum, designEffect },
    ),
    representatives: found.representatives.map((path, rank) => {
      const mine = (at: number): boolean => found.nearest[at] === rank;
      const held = sum(mine);
      return {
        path: [...path].map((number) => question.places.keys[number - 1] ?? ''),
        journeys: splitCount(held),
        share: shareEstimate(held, everyone, { minimum, designEffect }),
        exact: splitCount(sum((at) => mine(at) && apart(at) === 0)),
        meanDistance: held === 0 ? 0 : sum(mine, apart) / held,
        medianMilliseconds: medians[rank] ?? 0,
      };
    }),
  });
}

/** The paths that are summarised, and what stands for them. */
export async function openTypical(
  engine: PathPorts['engine'],
  question: OpenPaths['question'],
): Promise<{ readonly read: TypicalPaths; readonly found: Representatives }> {
  const read = await typicalPaths(engine, { ...question, longest: longestRead });
  return { read, found: read.paths.length === 0 ? nothing : await found(read) };
}

/** Searches kept for who looks at the journeys behind them, the last ones: by a digest of all that they depend on. */
const kept = new Map<string, Promise<Representatives>>();
const mostKept = 8;

function found({ paths, weights }: WeightedPaths): Promise<Representatives> {
  const digest = createHash('sha256').update(Uint32Array.from(weights));
  for (const path of paths) digest.update(Uint32Array.of(path.length)).update(path);
  const key = digest.digest('hex');
  const known = kept.get(key) ?? find({ paths, weights });
  kept.delete(key);
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  return known;
}

const nothing: Representatives = {
  representatives: [],
  nearest: new Uint8Array(),
  distance: new Float64Array(),
  tried: [],
};

async function find(paths: WeightedPaths): Promise<Representatives> {
  const worker = new Worker(new URL('./representatives-thread.ts', import.meta.url), {
    workerData: { paths, seed },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const [found] = (await once(worker, 'message')) as [Representatives];
  return found;
}
