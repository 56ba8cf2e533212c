import type { World } from '../world.ts';
import { unfinishedPlan } from './plan.ts';

/** On first run, and after a seeding that was cut short. Apart, so that other starts do not load the simulator. */
export async function demonstrationWanted({ config, workspaces }: World): Promise<boolean> {
  if ((await unfinishedPlan(config.dataDir)) !== undefined) return true;
  return config.demonstration && (await workspaces.list()).length === 0;
}
