import { locales } from '#kit/locale.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import type { World } from '../world.ts';
import { beginPlan, endPlan, type SeedPlan, unfinishedPlan } from './plan.ts';
import { seedLanguage } from './seed-language.ts';

/** Enough that every figure of the map has its people, few enough that a first start does not wait for it. */
export const demonstrationSize = 4_000;

export type Demonstration = { customers: number; workspaces: Workspace[] };

const never = new AbortController().signal;
const underWay = new WeakSet<World>();

/**
 * Makes the demonstration: one workspace in each language, each with a source of simulated journeys, a simulated survey
 * and maps bound to them. Ends one that was cut short instead, when there is one.
 * Problems: `demonstration.already-there` {workspace}, `demonstration.stopped`, and those of an import.
 */
export async function seedDemonstration(
  world: World,
  { customers = demonstrationSize }: { readonly customers?: number | undefined },
  signal: AbortSignal = never,
): Promise<Result<Demonstration>> {
  const { dataDir } = world.config;
  const unfinished = await unfinishedPlan(dataDir);
  const known = (await world.workspaces.list()).find(({ demonstration }) => demonstration);
  if (underWay.has(world) || (known && !unfinished))
    return fail(problem('demonstration.already-there', { workspace: known?.name ?? '' }, 409));
  underWay.add(world);
  try {
    const plan = unfinished ?? { customers, end: startOfDay(world.now()) };
    await beginPlan(dataDir, plan);
    const seeded = await seedLanguages(world, plan, signal);
    if (seeded.ok) await endPlan(dataDir);
    return seeded;
  } finally {
    underWay.delete(world);
  }
}

async function seedLanguages(
  world: World,
  plan: SeedPlan,
  signal: AbortSignal,
): Promise<Result<Demonstration>> {
  const workspaces: Workspace[] = [];
  for (const language of locales) {
    const seeded = await seedLanguage({ world, plan, language, signal });
    if (!seeded.ok) return seeded;
    workspaces.push(seeded.value);
  }
  return ok({ customers: plan.customers, workspaces });
}

/** At start, where `demonstrationWanted`: a fault of the demonstration never keeps Parcours from starting. */
export async function prepareDemonstration(world: World, signal: AbortSignal): Promise<void> {
  try {
    const seeded = await seedDemonstration(world, {}, signal);
    if (seeded.ok) world.logger.info({ customers: seeded.value.customers }, 'demonstration loaded');
    else if (!signal.aborted) world.logger.warn({ problem: seeded.problem }, 'demonstration not loaded');
  } catch (error) {
    world.logger.error({ err: error }, 'demonstration not loaded');
  }
}

/** Midnight, in UTC: the simulated days are all over. */
const startOfDay = (now: Date): string => `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;
