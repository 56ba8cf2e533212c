import { rm } from 'node:fs/promises';
import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import { setAsidePath } from '#platform/files/set-aside-file.ts';
import type { ImportSetting } from './outcome.ts';
import { importsWithEvents } from './prepare-journeys.ts';
import { dropEvents, forget, replaceJourneys } from './publish.ts';
import { remakeJourneys } from './remake-journeys.ts';
import { scratchOf } from './scratch.ts';
import { takeTurn } from './source-turn.ts';

/** Takes the events of an import away; can be done again from any point. */
export async function finishRemoval(setting: ImportSetting, record: ImportRecord): Promise<void> {
  const { engine, imports, folder } = setting;
  const { workspaceId, sourceId, id } = record;
  const scratch = scratchOf(id);
  const making = await setting.sourceMaking(workspaceId, sourceId);
  const others = (await importsWithEvents(engine, workspaceId, sourceId)).filter((other) => other !== id);
  await remakeJourneys(engine, { workspaceId, sourceId, importIds: others, making, scratch });
  await replaceJourneys(engine, workspaceId, sourceId, scratch.journey);
  await dropEvents(engine, id);
  const mine = 'workspace_id = {workspace:String} AND source_id = {source:String}';
  const params = { workspace: workspaceId, source: sourceId };
  // Asked first: on a cluster no statement that removes may read other tables.
  const lived = await engine.query<{ id: number }>(
    `SELECT DISTINCT arrayJoin(kinds) AS id FROM lived_journey WHERE ${mine} ORDER BY id`,
    params,
  );
  await engine.command(`DELETE FROM event_kind WHERE ${mine} AND NOT has({lived:Array(UInt16)}, id)`, {
    ...params,
    lived: lived.map((kind) => kind.id),
  });
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
