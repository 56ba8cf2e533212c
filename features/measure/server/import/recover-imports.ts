import { rm } from 'node:fs/promises';
import { setAsidePath } from '#platform/files/set-aside-file.ts';
import { finish } from './import-events.ts';
import type { ImportSetting } from './outcome.ts';
import { forget } from './publish.ts';
import { finishRemoval } from './remove-import.ts';
import { dropStaleScratch } from './scratch.ts';

export type Recovery = { readonly takenBack: string[]; readonly finished: string[] };

/**
 * Puts in order what a killed process has left: an import before its commit point is taken back, one after it is finished.
 * To be called once at start, before anything can import. Gives the ids.
 */
export async function recoverImports(setting: ImportSetting): Promise<Recovery> {
  const { engine, imports, folder, now } = setting;
  const recovery: Recovery = { takenBack: [], finished: [] };
  for (const record of await imports.unfinished()) {
    const { workspaceId, id, status } = record;
    if (status === 'publishing') {
      await finish(setting, record, now().toISOString());
      recovery.finished.push(id);
    } else if (status === 'removing') {
      await finishRemoval(setting, record);
      recovery.finished.push(id);
    } else {
      await forget(engine, id);
      await rm(setAsidePath(folder, id), { force: true });
      await imports.change(workspaceId, id, {
        status: 'failed',
        endedAt: now().toISOString(),
        problem: { code: 'import.interrupted', params: { file: record.fileName } },
      });
      recovery.takenBack.push(id);
    }
  }
  if (!engine.settled) await dropStaleScratch(engine);
  return recovery;
}
