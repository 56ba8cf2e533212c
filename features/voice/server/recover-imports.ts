import { dropCells, surveysWithCells } from './cells.ts';
import type { SurveySetting } from './import-survey.ts';
import { removeSetAsideFile } from './set-aside-file.ts';

/**
 * Run once at start, before anything can import: takes back what imports that were killed had staged, and the cells of
 * surveys whose removal was cut short. Returns how many of each.
 */
export async function recoverSurveyImports({
  engine,
  surveys,
  folder,
  now,
}: SurveySetting): Promise<{ readonly interrupted: number; readonly remainders: number }> {
  const unfinished = await surveys.unfinishedImports();
  for (const { workspaceId, id, fileName } of unfinished) {
    await removeSetAsideFile(folder, id);
    await surveys.changeImport(workspaceId, id, {
      status: 'failed',
      endedAt: now().toISOString(),
      problem: { code: 'survey.interrupted', params: { file: fileName } },
    });
  }
  if (engine.settled) return { interrupted: unfinished.length, remainders: 0 };
  const known = new Set(await surveys.allIds());
  const remainders = (await surveysWithCells(engine)).filter((id) => !known.has(id));
  for (const id of remainders) await dropCells(engine, id);
  return { interrupted: unfinished.length, remainders: remainders.length };
}
