import type { WorkspaceId } from '#kit/ids.ts';
import { ProblemError } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { Table } from '#platform/files/table.ts';
import { type Attribute, type Corrections, columnsOf } from '../../domain/discovery/attribute.ts';
import type { CustomerTable } from '../../domain/discovery/record.ts';
import type { DiscoveryPorts } from './ports.ts';
import { guessTable } from './read-table.ts';

type Input = {
  readonly workspaceId: WorkspaceId;
  readonly uploadId: string;
  readonly corrections: Corrections;
};

/** Different cells shown of a column, and the longest that is shown. */
const shown = 5;
const longest = 60;

/** An uploaded file as a table. Problems: `upload.not-found`, those of `openTable`. */
export async function openUpload(
  { uploads, engine }: Pick<DiscoveryPorts, 'uploads' | 'engine'>,
  { workspaceId, uploadId }: Pick<Input, 'workspaceId' | 'uploadId'>,
): Promise<Result<{ fileName: string; table: Table }>> {
  const upload = await uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  const { path, fileName } = upload.value;
  const table = await openTable({ path, name: fileName }, {}, engine);
  return table.ok ? ok({ fileName, table: table.value }) : table;
}

/** What the columns of an uploaded table are. Problems: those of `openUpload` and `guessTable`. */
export async function readCustomers(
  ports: Pick<DiscoveryPorts, 'uploads' | 'engine'>,
  input: Input,
): Promise<Result<CustomerTable>> {
  const opened = await openUpload(ports, input);
  if (!opened.ok) return opened;
  try {
    const guessed = await guessTable(opened.value.table, input.corrections);
    if (!guessed.ok) return guessed;
    const { names, attributes, notes, rows, setAside, sample } = guessed.value;
    return ok({
      fileName: opened.value.fileName,
      rows,
      setAside,
      notes: [...notes],
      columns: attributes.map((attribute) => ({ attribute, ...cellsOf(attribute, names, sample) })),
    });
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
}

function cellsOf(
  attribute: Attribute,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): { samples: string[]; blank: number } {
  const at = columnsOf(attribute).map((column) => names.indexOf(column));
  const missing = new Set(attribute.missing);
  const samples = new Set<string>();
  let blank = 0;
  for (const row of rows) {
    let empty = true;
    for (const column of at) {
      const cell = (row[column] ?? '').trim();
      if (cell === '' || missing.has(cell)) continue;
      empty = false;
      if (samples.size < shown) samples.add(cell.length > longest ? `${cell.slice(0, longest - 1)}…` : cell);
    }
    if (empty) blank++;
  }
  return { samples: [...samples], blank: rows.length === 0 ? 0 : blank / rows.length };
}
