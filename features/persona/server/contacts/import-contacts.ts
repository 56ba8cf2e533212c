import type { WorkspaceId } from '#kit/ids.ts';
import { type Problem, ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { engineProblem } from '#platform/clickhouse/problems.ts';
import { openTable } from '#platform/files/open-table.ts';
import { SetAsideFile, setAsidePath } from '#platform/files/set-aside-file.ts';
import type { FileRef, ShapeReason, Table } from '#platform/files/table.ts';
import { ColumnTally, createContactReader } from '../../domain/contacts/contact-columns.ts';
import type {
  ContactBalance,
  ContactColumn,
  ContactImportProgress,
  ContactList,
  ContactReason,
} from '../../domain/contacts/contact-list.ts';
import { createContactWriter, dropContacts, dropVersion } from './contact-rows.ts';
import type { ContactPorts } from './ports.ts';

/** Columns of a list at most. */
export const mostColumns = 500;
/** Contacts of a list at most: who was met before is kept in memory. */
export const mostContacts = 12_000_000;
/** Longest id of a contact, in characters. */
const longestId = 500;

export type ContactImportRequest = {
  readonly workspaceId: WorkspaceId;
  readonly importId: string;
  readonly listId: string;
  readonly name: string;
  readonly idColumn: string;
  readonly file: FileRef;
  /** Of the file: `fingerprintOf`. */
  readonly fingerprint: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ContactImportProgress) => void;
  /** Called once, when the record of the import is there to be asked for. */
  readonly onBegun?: () => void;
};

type Setting = Pick<ContactPorts, 'engine' | 'contacts' | 'newId' | 'now' | 'folder'>;

/**
 * Brings a table of contacts in, whole or not at all: read twice (what is in each column, then the contacts), staged in the
 * engine under an id that no list has, and published in one transaction. A list that was there gets its next version. Rows
 * set aside are kept as a file of `folder`, named as the version.
 * Problems: those of `openTable` and `engineProblem`, `persona.contacts.no-such-column`, `persona.contacts.too-many-columns`,
 * `persona.contacts.too-many`, `persona.contacts.none`, `persona.contacts.cancelled`.
 */
export async function importContacts(
  setting: Setting,
  request: ContactImportRequest,
): Promise<Result<ContactList>> {
  const { contacts, now, newId, engine } = setting;
  const { workspaceId, importId, listId, file, signal } = request;
  await contacts.addImport(workspaceId, {
    id: importId,
    listId,
    fileName: file.name,
    status: 'running',
    startedAt: now().toISOString(),
    endedAt: null,
    balance: null,
    problem: null,
  });
  request.onBegun?.();
  const versionId = newId();
  let aside: SetAsideFile | undefined;
  try {
    const opened = await openTable(file, undefined, engine);
    if (!opened.ok) throw new ProblemError(opened.problem);
    const tallies = await tallyColumns(opened.value, request);
    const names = tallies.map(({ name }) => name);
    aside = new SetAsideFile(setAsidePath(setting.folder, versionId), names);
    // The id says who, never what kind of customer: it is kept once, and no model may look at it.
    const columns = tallies.filter(({ name }) => name !== request.idColumn).map((tally) => tally.column());
    const balance = await readContacts(setting, { table: opened.value, columns, aside }, versionId, request);
    await aside.end();
    const earlier = await contacts.findList(workspaceId, listId);
    const list: ContactList = {
      id: listId,
      name: request.name,
      version: (earlier?.version ?? 0) + 1,
      versionId,
      fileName: file.name,
      idColumn: request.idColumn,
      columns,
      contacts: balance.kept,
      balance,
      fingerprint: request.fingerprint,
      importedAt: now().toISOString(),
    };
    await contacts.publish(workspaceId, importId, list);
    if (earlier) await dropVersion(setting, earlier.versionId);
    return ok(list);
  } catch (error) {
    if (signal?.aborted)
      return takeBack('cancelled', problem('persona.contacts.cancelled', { file: file.name }));
    const known = error instanceof ProblemError ? error.problem : engineProblem(error);
    const told = await takeBack('failed', known ?? problem('server.fault', { reference: importId }));
    if (known) return told;
    throw error;
  }

  async function takeBack(status: 'cancelled' | 'failed', why: Problem): Promise<Result<never>> {
    await aside?.remove();
    await dropContacts(engine, versionId);
    await contacts.changeImport(workspaceId, importId, {
      status,
      endedAt: now().toISOString(),
      balance: null,
      problem: { code: why.code, params: { ...why.params } },
    });
    return fail(why);
  }
}

type Follow = Pick<ContactImportRequest, 'signal' | 'onProgress' | 'idColumn'>;

async function tallyColumns(
  table: Table,
  { signal, onProgress, idColumn }: Follow,
): Promise<readonly ColumnTally[]> {
  const tallies: ColumnTally[] = [];
  let rows = 0;
  for await (const batch of table.rows(signal ? { signal } : {})) {
    for (const { name } of batch.columns.slice(tallies.length)) tallies.push(new ColumnTally(name));
    if (tallies.length > mostColumns)
      throw new ProblemError(
        problem('persona.contacts.too-many-columns', { columns: tallies.length, most: mostColumns }),
      );
    for (const row of batch.rows) tallies.forEach((tally, at) => void tally.add(row[at] ?? ''));
    rows += batch.rows.length;
    onProgress?.({ stage: 'looking', rows, share: shareOf(batch.bytesRead, table.size) });
  }
  if (!tallies.some(({ name }) => name === idColumn))
    throw new ProblemError(problem('persona.contacts.no-such-column', { column: idColumn }));
  return tallies;
}

type Reading = {
  readonly table: Table;
  readonly columns: readonly ContactColumn[];
  readonly aside: SetAsideFile;
};

async function readContacts(
  { engine }: Pick<Setting, 'engine'>,
  { table, columns, aside }: Reading,
  versionId: string,
  { workspaceId, idColumn, signal, onProgress }: Follow & Pick<ContactImportRequest, 'workspaceId'>,
): Promise<ContactBalance> {
  const writer = createContactWriter(engine, { workspaceId, versionId });
  const met = new Set<string>();
  const reasons: Record<string, number> = {};
  const setAside = (line: number, reason: ContactReason | ShapeReason, fields: readonly string[]): void => {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    aside.add(line, reason, fields);
  };
  let read = 0;
  for await (const batch of table.rows(signal ? { signal } : {})) {
    const names = batch.columns.map(({ name }) => name);
    const encode = createContactReader(columns, names);
    const idAt = names.indexOf(idColumn);
    for (const { line, reason, fields } of batch.setAside) setAside(line, reason, fields);
    for (const [at, row] of batch.rows.entries()) {
      const line = batch.lines[at] ?? 0;
      const customer = (row[idAt] ?? '').trim();
      if (customer === '' || customer.length > longestId) setAside(line, 'no-contact', row);
      else if (met.has(customer)) setAside(line, 'repeated-contact', row);
      else {
        met.add(customer);
        await writer.add(customer, encode(row));
      }
    }
    await aside.settle();
    read += batch.rows.length + batch.setAside.length;
    if (met.size > mostContacts)
      throw new ProblemError(problem('persona.contacts.too-many', { most: mostContacts }));
    onProgress?.({ stage: 'reading', rows: read, share: shareOf(batch.bytesRead, table.size) });
  }
  await writer.flush();
  signal?.throwIfAborted();
  if (met.size === 0)
    throw new ProblemError(problem('persona.contacts.none', { column: idColumn, rows: read }));
  return { read, kept: met.size, setAside: read - met.size, reasons };
}

const shareOf = (bytes: number, size: number): number => (size > 0 ? Math.min(1, bytes / size) : 1);
