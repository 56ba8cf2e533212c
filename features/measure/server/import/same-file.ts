import { isDeepStrictEqual } from 'node:util';
import type { WorkspaceId } from '#kit/ids.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { EventMapping } from '#measure/domain/event-import/mapping.ts';
import { fingerprintOf } from '#platform/files/fingerprint.ts';
import type { FileRef, Table } from '#platform/files/table.ts';
import type { Imports } from './imports-port.ts';

export type SameFile =
  | { readonly found: 'none' }
  | { readonly found: 'same' | 'other-mapping'; readonly record: ImportRecord };

/**
 * Has this content been imported into this source? Told a fingerprint, compares it; told a file, works its fingerprint out
 * only when an earlier import has the same size, so that a new file is not read twice.
 */
export async function findSameFile(
  imports: Imports,
  workspaceId: WorkspaceId,
  sourceId: string,
  content: string | { readonly file: FileRef; readonly table: Table },
  mapping: EventMapping,
): Promise<SameFile> {
  const complete = (await imports.list(workspaceId, sourceId)).filter(({ status }) => status === 'complete');
  let fingerprint: string;
  if (typeof content === 'string') fingerprint = content;
  else {
    const { file, table } = content;
    if (!complete.some(({ fileSize }) => fileSize === table.size)) return { found: 'none' };
    fingerprint = await fingerprintOf(file, table.compressed);
  }
  const record = complete.find((earlier) => earlier.fingerprint === fingerprint);
  if (!record) return { found: 'none' };
  return { found: isDeepStrictEqual(record.mapping, mapping) ? 'same' : 'other-mapping', record };
}
