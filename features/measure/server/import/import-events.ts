import type { WorkspaceId } from '#kit/ids.ts';
import { type Problem, ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { isZone } from '#kit/table/zone.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import { type Balance, balances } from '#measure/domain/event-import/balance.ts';
import { missingColumns } from '#measure/domain/event-import/event-reader.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { engineProblem, isDiskFull } from '#platform/clickhouse/problems.ts';
import { openTable } from '#platform/files/open-table.ts';
import { rowsAhead } from '#platform/files/rows-ahead.ts';
import { SetAsideFile, setAsidePath } from '#platform/files/set-aside-file.ts';
import type { Table } from '#platform/files/table.ts';
import { type AttributeSet, AttributeSets } from './attribute-sets.ts';
import { EventKinds } from './event-kinds.ts';
import { EventLoader } from './event-loader.ts';
import type { ImportOutcome, ImportRequest, ImportSetting } from './outcome.ts';
import { prepareJourneys } from './prepare-journeys.ts';
import { ProgressTeller } from './progress.ts';
import { forget, publish } from './publish.ts';
import { readEvents } from './read-events.ts';
import { markRepeats, writeRepeats } from './repeats.ts';
import { findSameFile } from './same-file.ts';
import { makeScratch, scratchOf } from './scratch.ts';
import { SeenIds } from './seen-ids.ts';
import { type SourceTurn, takeTurn } from './source-turn.ts';

/** Carries out of the middle of an import that the file is there already. */
class AlreadyImported extends Error {
  readonly earlier: ImportRecord;
  constructor(earlier: ImportRecord) {
    super('already imported');
    this.earlier = earlier;
  }
}

function problemOf(error: unknown, request: ImportRequest): Problem | undefined {
  if (request.signal?.aborted) return problem('import.cancelled', { file: request.file.name }, 409);
  if (error instanceof ProblemError) return error.problem;
  if (isDiskFull(error)) return problem('import.disk-full', { file: request.file.name }, 507);
  return engineProblem(error);
}

async function firstSeqOf(engine: Engine, workspaceId: WorkspaceId, sourceId: string): Promise<number> {
  const [row] = await engine.query<{ next: number }>(
    `SELECT if(count() = 0, 1, max(seq) + 1) AS next FROM event
     WHERE workspace_id = {workspace:String} AND source_id = {source:String}`,
    { workspace: workspaceId, source: sourceId },
  );
  return row?.next ?? 1;
}

async function writeKinds(
  engine: Engine,
  table: string,
  record: ImportRecord,
  kinds: EventKinds,
): Promise<void> {
  const fresh = kinds.fresh();
  if (fresh.length === 0) return;
  const { workspaceId, sourceId, id } = record;
  await engine.insertRaw({
    table,
    columns: ['workspace_id', 'source_id', 'id', 'name', 'channel', 'import_id'],
    format: 'JSONCompactEachRow',
    values: Buffer.from(
      fresh
        .map((kind) => JSON.stringify([workspaceId, sourceId, kind.id, kind.name, kind.channel, id]))
        .join('\n'),
    ),
  });
}

async function writeSets(
  engine: Engine,
  table: string,
  record: ImportRecord,
  sets: readonly AttributeSet[],
): Promise<void> {
  if (sets.length === 0) return;
  const { workspaceId, sourceId, id } = record;
  await engine.insertRaw({
    table,
    columns: ['workspace_id', 'source_id', 'import_id', 'id', 'attributes'],
    format: 'JSONCompactEachRow',
    values: Buffer.from(
      sets
        // Of two columns under one name, the first that is filled.
        .map(({ id: set, attributes }) => [set, Object.fromEntries(attributes.toReversed())] as const)
        .map(([set, attributes]) => JSON.stringify([workspaceId, sourceId, id, set, attributes]))
        .join('\n'),
    ),
  });
}

/** Waits for all of them, so that none goes on after a failure; then throws the first failure. */
async function allSettled(work: readonly (Promise<void> | undefined)[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason;
}

const topReason = ({ setAside }: Balance): string =>
  Object.entries(setAside).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'no-row';

/** Everything up to the commit point: what it leaves is out of sight. */
async function prepare(
  setting: ImportSetting,
  request: ImportRequest,
  table: Table,
  record: ImportRecord,
  setAside: SetAsideFile,
): Promise<ImportRecord> {
  const { engine, imports } = setting;
  const { workspaceId, sourceId, mapping, signal, file } = request;
  const scratch = scratchOf(record.id);
  await makeScratch(engine, scratch);
  const progress = new ProgressTeller(table.size, setting.now, request.onProgress);
  const kinds = new EventKinds(await eventKinds(engine, workspaceId, sourceId));
  const target = { engine, table: scratch.event, workspaceId, sourceId, importId: record.id };
  const sets = new AttributeSets();
  const loader = new EventLoader(target, kinds, sets);
  const firstSeq = await firstSeqOf(engine, workspaceId, sourceId);
  const seen = mapping.eventId ? new SeenIds(table.size) : undefined;
  const rows = rowsAhead(table, { file, told: request.table, signal });
  const reading = { table, rows, mapping, loader, setAside, seen, firstSeq, progress, signal };
  const { balance, fingerprint, attributes } = await readEvents(reading).catch(async (error) => {
    await loader.abandon();
    throw error;
  });
  progress.phase('checking');
  const same = await findSameFile(imports, workspaceId, sourceId, fingerprint, mapping);
  if (same.found === 'same') throw new AlreadyImported(same.record);
  if (same.found === 'other-mapping' && !request.replace)
    throw new ProblemError(problem('import.other-mapping', { file: file.name, import: same.record.id }, 409));
  const replaces = same.found === 'other-mapping' ? same.record.id : null;
  const repeated = mapping.eventId
    ? await markRepeats({
        engine,
        workspaceId,
        sourceId,
        importId: record.id,
        scratch,
        replaces,
        maybe: seen?.rows && [...seen.rows.keys()],
      })
    : 0;
  if (repeated > 0) {
    balance.setAside['duplicate-event-id'] = repeated;
    balance.kept -= repeated;
  }
  if (!balances(balance)) throw new Error(`balance of import ${record.id} does not add up`);
  const account = { engine, scratch, table, mapping, balance, setAside, seen, repeated, firstSeq, signal };
  if (balance.kept === 0) {
    if (repeated > 0) await writeRepeats(account);
    await setAside.end();
    await imports.change(workspaceId, record.id, { balance });
    throw new ProblemError(
      problem('import.nothing-kept', { file: file.name, read: balance.read, reason: topReason(balance) }),
    );
  }
  await writeKinds(engine, scratch.kind, record, kinds);
  await writeSets(engine, scratch.set, record, sets.sets());
  signal?.throwIfAborted();
  progress.phase('building');
  const version = firstSeq;
  await allSettled([
    prepareJourneys({
      engine,
      workspaceId,
      sourceId,
      importId: record.id,
      scratch,
      attributes,
      replaces,
      version,
      making: await setting.sourceMaking(workspaceId, sourceId),
    }),
    // The engine builds meanwhile: the file may have to be read again.
    repeated > 0 ? writeRepeats(account) : undefined,
  ]);
  await setAside.end();
  signal?.throwIfAborted();
  progress.phase('publishing');
  return { ...record, balance, fingerprint, replaces };
}

/** Takes back what an import that did not reach its commit point has left. */
async function takeBack(
  setting: ImportSetting,
  record: ImportRecord,
  found: Problem | undefined,
  aside: SetAsideFile,
) {
  const { engine, imports, now } = setting;
  // What was set aside is the only thing to work with when every row was.
  if (found?.code !== 'import.nothing-kept') await aside.remove();
  await forget(engine, record.id).catch(() => {});
  await imports.change(record.workspaceId, record.id, {
    status: found?.code === 'import.cancelled' ? 'cancelled' : 'failed',
    endedAt: now().toISOString(),
    problem: found
      ? { code: found.code, ...(found.params && { params: { ...found.params } }) }
      : { code: 'import.unexpected' },
  });
}

async function commit(setting: ImportSetting, prepared: ImportRecord): Promise<ImportRecord> {
  const { imports, now } = setting;
  const { workspaceId, id, balance, fingerprint, replaces } = prepared;
  await imports.change(workspaceId, id, { status: 'publishing', balance, fingerprint, replaces });
  return finish(setting, prepared, now().toISOString());
}

/** From the commit point to the end; done again at start when a process was killed on the way. */
export async function finish(
  setting: ImportSetting,
  record: ImportRecord,
  endedAt: string,
): Promise<ImportRecord> {
  const { engine, imports } = setting;
  await publish(engine, record);
  if (record.replaces) await imports.remove(record.workspaceId, record.replaces);
  await imports.change(record.workspaceId, record.id, { status: 'complete', endedAt });
  await forget(engine, record.id);
  return { ...record, status: 'complete', endedAt };
}

/**
 * Imports a file of events into a source. Either all of it becomes visible, at once, or nothing does: events, kinds and
 * journeys are prepared in tables of their own, and only then put in place.
 *
 * Problems: those of `openTable`; `import.missing-column` {column}, `import.unknown-zone` {zone}, `import.busy`,
 * `import.cancelled`, `import.disk-full`, `import.nothing-kept` {read, reason}, `import.other-mapping` {import},
 * `import.too-many-event-names` {most}, `import.journey-too-long` {customer, events, most}.
 */
export async function importEvents(
  setting: ImportSetting,
  request: ImportRequest,
): Promise<Result<ImportOutcome>> {
  const { engine, imports, now } = setting;
  const { workspaceId, sourceId, file, mapping } = request;
  if (!isZone(mapping.time.zone)) return fail(problem('import.unknown-zone', { zone: mapping.time.zone }));
  const opened = await openTable(file, request.table, engine);
  if (!opened.ok) return opened;
  const table = opened.value;
  const [absent] = missingColumns(
    mapping,
    table.columns.map(({ name }) => name),
  );
  if (absent !== undefined)
    return fail(problem('import.missing-column', { file: file.name, column: absent }));
  const turn: SourceTurn | undefined = takeTurn(engine, workspaceId, sourceId);
  if (!turn) return fail(problem('import.busy', { file: file.name }, 409));
  try {
    const earlier = await findSameFile(imports, workspaceId, sourceId, { file, table }, mapping);
    if (earlier.found === 'same') return ok({ outcome: 'already-imported', record: earlier.record });
    const id = setting.newId();
    const record: ImportRecord = {
      id,
      workspaceId,
      sourceId,
      mapping,
      fileName: file.name,
      fileSize: table.size,
      fingerprint: null,
      status: 'running',
      startedAt: now().toISOString(),
      endedAt: null,
      balance: null,
      replaces: null,
      problem: null,
    };
    await imports.add(workspaceId, record);
    const setAside = new SetAsideFile(
      setAsidePath(setting.folder, id),
      table.columns.map(({ name }) => name),
    );
    let prepared: ImportRecord;
    try {
      prepared = await prepare(setting, request, table, record, setAside);
    } catch (error) {
      if (error instanceof AlreadyImported) {
        await setAside.remove();
        await forget(engine, id);
        await imports.remove(workspaceId, id);
        return ok({ outcome: 'already-imported', record: error.earlier });
      }
      const found = problemOf(error, request);
      await takeBack(setting, record, found, setAside);
      if (found) return fail(found);
      throw error;
    }
    return ok({ outcome: 'imported', record: await commit(setting, prepared) });
  } finally {
    turn.end();
  }
}
