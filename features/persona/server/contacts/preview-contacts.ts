import { ProblemError } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { ContactPreview } from '../../contract-contacts.ts';
import { guessAttributes } from '../../domain/discovery/guess-attributes.ts';
import type { InWorkspace } from '../input.ts';
import type { ContactPorts } from './ports.ts';

/** Rows the column that says who is who is looked for in; shown as they are: a few. */
const lookedAt = 2000;
const shown = 5;

/** What a file of contacts looks like, before anything is brought in. Problems: `upload.not-found`, those of `openTable`. */
export async function previewContacts(
  { engine, uploads }: Pick<ContactPorts, 'engine' | 'uploads'>,
  { workspaceId, uploadId }: InWorkspace & { readonly uploadId: string },
): Promise<Result<ContactPreview>> {
  const upload = await uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  const { path, fileName } = upload.value;
  const opened = await openTable({ path, name: fileName }, undefined, engine);
  if (!opened.ok) return opened;
  const rows: (readonly string[])[] = [];
  let names = opened.value.columns.map(({ name }) => name);
  try {
    for await (const batch of opened.value.rows()) {
      names = batch.columns.map(({ name }) => name);
      rows.push(...batch.rows.slice(0, lookedAt - rows.length));
      if (rows.length >= lookedAt) break;
    }
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
  const identifier = guessAttributes(names, rows).attributes.find(({ type }) => type === 'identifier');
  return ok({
    fileName,
    bytes: opened.value.size,
    columns: names,
    idColumn: identifier?.id ?? null,
    rows: rows.slice(0, shown).map((row) => names.map((_, at) => row[at] ?? '')),
  });
}
