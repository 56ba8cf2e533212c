import type { WorkspaceId } from '#kit/ids.ts';
import { ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { addLinks } from '#measure/analytics/identity/identity-links.ts';
import { identityLinkSchema } from '#measure/domain/identity/identity.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { MeasurePorts } from '../ports.ts';
import { type ChangePorts, changeIdentities } from './change-identities.ts';

type Input = {
  readonly workspaceId: WorkspaceId;
  readonly uploadId: string;
  /** Columns of the file: an id, and the person it belongs to. */
  readonly aliasColumn: string;
  readonly personColumn: string;
};

/**
 * Takes an uploaded table of ids and the persons they belong to as one change of the identities.
 * Problems: `upload.not-found`, those of `openTable` and of reading, `import.missing-column` {column}, `identity.no-links`
 * {file}, and those of `changeIdentities`.
 */
export async function importIdentities(
  ports: ChangePorts & Pick<MeasurePorts, 'uploads'>,
  { workspaceId, uploadId, aliasColumn, personColumn }: Input,
): Promise<Result<{ version: number }>> {
  const { engine, uploads } = ports;
  const upload = await uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  const { path, fileName } = upload.value;
  const opened = await openTable({ path, name: fileName }, undefined, engine);
  if (!opened.ok) return opened;
  const table = opened.value;
  const place = (name: string): number => table.columns.findIndex((column) => column.name === name);
  for (const column of [aliasColumn, personColumn])
    if (place(column) < 0) return fail(problem('import.missing-column', { file: fileName, column }));
  const [alias, person] = [place(aliasColumn), place(personColumn)];
  const changed = await changeIdentities(ports, workspaceId, async (version) => {
    let links = 0;
    let setAside = 0;
    try {
      for await (const { rows, setAside: aside } of table.rows()) {
        setAside += aside.length;
        const read = rows.flatMap((row) => {
          const link = identityLinkSchema.safeParse({ alias: row[alias] ?? '', person: row[person] ?? '' });
          return link.success ? [link.data] : [];
        });
        setAside += rows.length - read.length;
        links += read.length;
        if (read.length > 0) await addLinks(engine, workspaceId, version, read);
      }
    } catch (error) {
      if (error instanceof ProblemError) return fail(error.problem);
      throw error;
    }
    if (links === 0) return fail(problem('identity.no-links', { file: fileName }));
    return ok({ links, fileName, setAside, written: [], undoes: null });
  });
  if (changed.ok) await uploads.remove(workspaceId, uploadId);
  return changed;
}
