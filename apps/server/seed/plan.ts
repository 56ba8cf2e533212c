import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What is being seeded: enough to make the very same files again after a crash. */
const planSchema = z.object({ customers: z.int().positive(), end: z.iso.datetime() });
export type SeedPlan = z.infer<typeof planSchema>;

const pathIn = (dataDir: string): string => join(dataDir, 'demonstration-under-way.json');

/** The seeding that a stop or a crash has cut short; undefined when there is none. */
export async function unfinishedPlan(dataDir: string): Promise<SeedPlan | undefined> {
  try {
    return planSchema.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

export const beginPlan = (dataDir: string, plan: SeedPlan): Promise<void> =>
  writeFile(pathIn(dataDir), JSON.stringify(plan));

export const endPlan = (dataDir: string): Promise<void> => rm(pathIn(dataDir), { force: true });
