import { rm } from 'node:fs/promises';
import { idSchema, type WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { attributeLevels, checkEvents } from '#measure/analytics/lived-journey/attribute-levels.ts';
import { buildJourneys } from '#measure/analytics/lived-journey/build-journeys.ts';
import { customerSlices } from '#measure/analytics/lived-journey/customer-slices.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { ImportSetting } from './outcome.ts';
import { importsWithEvents } from './prepare-journeys.ts';
import { dropEvents, forget, replaceJourneys } from './publish.ts';
import { makeScratch, scratchOf } from './scratch.ts';
import { setAsidePath } from './set-aside-file.ts';
import { takeTurn } from './source-turn.ts';

/** Takes the events of an import away; can be done again from any point. */
export async function finishRemoval(setting: ImportSetting, record: ImportRecord): Promise<void> {
  const { engine, imports, folder } = setting;
  const { workspaceId, sourceId, id } = record;
  const scratch = scratchOf(id);
  await makeScratch(engine, scratch);
  const others = (await importsWithEvents(engine, workspaceId, sourceId)).filter((other) => other !== id);
  for (const other of others)
    await engine.command(`ALTER TABLE ${scratch.all} ATTACH PARTITION '${idSchema.parse(other)}' FROM event`);
  const levels = await attributeLevels(engine, workspaceId, sourceId);
  const events = { table: scratch.all, repeats: ['event_repeat'] };
  const slices = await customerSlices(engine, workspaceId, sourceId, scratch.all);
  const atJourney = levels.filter(({ level }) => level === 'journey').map(({ name }) => name);
  const { varying } = await checkEvents(engine, workspaceId, sourceId, events, atJourney, slices);
  await buildJourneys(engine, workspaceId, sourceId, {
    events,
    slices,
    into: scratch.journey,
    levels,
    varying,
  });
  await replaceJourneys(engine, workspaceId, sourceId, scratch.journey);
  await dropEvents(engine, id);
  const mine = 'workspace_id = {workspace:String} AND source_id = {source:String}';
  const params = { workspace: workspaceId, source: sourceId };
  await engine.command(
    `DELETE FROM event_kind WHERE ${mine} AND id NOT IN (
       SELECT arrayJoin(kinds) FROM lived_journey WHERE ${mine})`,
    params,
  );
  if (others.length === 0) await engine.command(`DELETE FROM event_attribute WHERE ${mine}`, params);
  await rm(setAsidePath(folder, id), { force: true });
  await imports.remove(workspaceId, id);
  await forget(engine, id);
}

/** Takes an import back: its events leave the journeys at once. Problems: `import.not-found`, `import.busy`. */
export async function removeImport(
  setting: ImportSetting,
  workspaceId: WorkspaceId,
  importId: string,
): Promise<Result<void>> {
  const { engine, imports } = setting;
  const record = await imports.get(workspaceId, importId);
  if (!record) return fail(problem('import.not-found', { import: importId }, 404));
  const turn = takeTurn(engine, workspaceId, record.sourceId);
  if (!turn) return fail(problem('import.busy', { file: record.fileName }, 409));
  try {
    if (record.status === 'complete') {
      await imports.change(workspaceId, importId, { status: 'removing' });
      await finishRemoval(setting, record);
    } else await imports.remove(workspaceId, importId);
    return ok(undefined);
  } finally {
    turn.end();
  }
}
