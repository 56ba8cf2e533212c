import { dropRun, dropVersion, keptRows } from './contact-rows.ts';
import type { ContactPorts } from './ports.ts';

/** Run once at start, before anything can import: takes back what killed imports and removals left. */
export async function recoverContacts({
  engine,
  contacts,
  now,
  folder,
}: Pick<ContactPorts, 'engine' | 'contacts' | 'now' | 'folder'>): Promise<void> {
  for (const { workspaceId, id, fileName } of await contacts.unfinishedImports())
    await contacts.changeImport(workspaceId, id, {
      status: 'failed',
      endedAt: now().toISOString(),
      balance: null,
      problem: { code: 'persona.contacts.interrupted', params: { file: fileName } },
    });
  if (engine.settled) return;
  const kept = await keptRows(engine);
  const versions = new Set(await contacts.versionIds());
  for (const id of kept.versions) if (!versions.has(id)) await dropVersion({ engine, folder }, id);
  const runs = new Set(await contacts.runIds());
  for (const id of kept.runs) if (!runs.has(id)) await dropRun(engine, id);
}
