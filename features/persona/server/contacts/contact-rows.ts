import { rm } from 'node:fs/promises';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { setAsidePath } from '#platform/files/set-aside-file.ts';
import type { EncodedContact } from '../../domain/contacts/contact-columns.ts';

const escaped: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
};
const escapeField = (text: string): string =>
  /[\\\t\n\r\0]/.test(text) ? text.replace(/[\\\t\n\r\0]/g, (char) => escaped[char] ?? char) : text;

/** Text gathered before it is handed to the engine; also about what one load holds in memory. */
const batchLength = 8 << 20;

/** Takes contacts in, in batches of bounded size. */
export function createContactWriter(
  engine: Pick<Engine, 'load'>,
  { workspaceId, versionId }: { readonly workspaceId: WorkspaceId; readonly versionId: string },
) {
  let lines: string[] = [];
  let length = 0;
  let contacts = 0;
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    const values = [Buffer.from(lines.join(''))];
    lines = [];
    length = 0;
    await engine.load({
      table: 'contact',
      columns: ['workspace_id', 'version_id', 'contact', 'customer', 'words', 'numbers'],
      select: ['{workspace:String}', '{version:String}', 'contact', 'customer', 'words', 'numbers'],
      structure: [
        ['contact', 'UInt32'],
        ['customer', 'String'],
        ['words', 'Array(UInt16)'],
        ['numbers', 'Array(Float64)'],
      ],
      params: { workspace: workspaceId, version: versionId },
      values,
    });
  };
  return {
    async add(customer: string, { words, numbers }: EncodedContact): Promise<void> {
      const written = numbers.map((x) => (Number.isFinite(x) ? String(x) : 'nan'));
      const line = `${contacts++}\t${escapeField(customer)}\t[${words.join(',')}]\t[${written.join(',')}]\n`;
      lines.push(line);
      length += line.length;
      if (length >= batchLength) await flush();
    },
    flush,
  };
}

/** Takes every contact of a version back. No list of another workspace can have the same: ids are random. */
export const dropContacts = (engine: Pick<Engine, 'command'>, versionId: string): Promise<void> =>
  engine.command('ALTER TABLE contact DROP PARTITION {version:String}', { version: versionId });

/** The contacts of a version that is no more, and the rows that its import set aside. */
export async function dropVersion(
  { engine, folder }: { readonly engine: Pick<Engine, 'command'>; readonly folder: string },
  versionId: string,
): Promise<void> {
  await rm(setAsidePath(folder, versionId), { force: true });
  await dropContacts(engine, versionId);
}

/** Takes every attribution of a run back. */
export const dropRun = (engine: Pick<Engine, 'command'>, runId: string): Promise<void> =>
  engine.command('ALTER TABLE contact_persona DROP PARTITION {run:String}', { run: runId });

/** Versions and runs the engine keeps rows of, whether anybody still knows them or not. */
export async function keptRows(
  engine: Pick<Engine, 'query'>,
): Promise<{ readonly versions: readonly string[]; readonly runs: readonly string[] }> {
  const [versions, runs] = await Promise.all([
    engine.query<{ id: string }>('SELECT DISTINCT version_id AS id FROM contact'),
    engine.query<{ id: string }>('SELECT DISTINCT run_id AS id FROM contact_persona'),
  ]);
  return { versions: versions.map(({ id }) => id), runs: runs.map(({ id }) => id) };
}
