import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { setAsideTotal } from '#measure/domain/event-import/balance.ts';
import type { EventMapping } from '#measure/domain/event-import/mapping.ts';
import { versionOf } from '#measure/domain/identity/identity.ts';
import { wholeJourneys } from '#measure/domain/lived-journey/journey-rule.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { FileRef } from '#platform/files/table.ts';
import { findSource } from './find-source.ts';
import { importEvents } from './import/import-events.ts';
import { findSameFile } from './import/same-file.ts';
import type { MeasurePorts } from './ports.ts';
import { summariseSource } from './summarise-source.ts';

type Input = {
  readonly workspaceId: WorkspaceId;
  readonly uploadId: string;
  readonly sourceId: string | null;
  readonly name: string;
  readonly mapping: EventMapping;
  readonly replace: boolean;
};
type Started = { outcome: 'started' | 'already-imported'; importId: string; sourceId: string };

/**
 * Begins the import of an uploaded file; it goes on by itself and is followed by its id. Answers once its record is
 * there. `simulated` is for the seed only: the endpoint does not take it. Problems: `upload.not-found`,
 * `source.not-found`, and those of `importEvents` found before it begins.
 */
export async function startImport(
  ports: MeasurePorts,
  input: Input,
  simulated = false,
): Promise<Result<Started>> {
  const { workspaceId, uploadId } = input;
  const upload = await ports.uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  const file = { path: upload.value.path, name: upload.value.fileName };
  const earlier = await importedBefore(ports, input, file);
  if (!earlier.ok) return earlier;
  if (earlier.value) {
    await ports.uploads.remove(workspaceId, uploadId);
    return ok({ outcome: 'already-imported', ...earlier.value });
  }
  const source = await sourceFor(ports, input, simulated);
  if (!source.ok) return source;
  const importId = ports.newId();
  const begun = await begin(ports, { ...input, sourceId: source.value.id, importId, file });
  if (!begun.ok && source.value.isNew) await ports.sources.remove(workspaceId, source.value.id);
  return begun.ok ? ok({ outcome: 'started', importId, sourceId: source.value.id }) : begun;
}

/** The same content read in the same way, in this source or, for a new source, anywhere in the workspace. */
async function importedBefore(
  { imports, engine }: MeasurePorts,
  { workspaceId, sourceId, mapping }: Input,
  file: FileRef,
): Promise<Result<{ importId: string; sourceId: string } | null>> {
  const table = await openTable(file, {}, engine);
  if (!table.ok) return table;
  const anywhere = {
    ...imports,
    list: (workspace: WorkspaceId) => imports.list(workspace, sourceId ?? undefined),
  };
  const same = await findSameFile(
    anywhere,
    workspaceId,
    sourceId ?? '',
    { file, table: table.value },
    mapping,
  );
  return ok(same.found === 'same' ? { importId: same.record.id, sourceId: same.record.sourceId } : null);
}

async function sourceFor(
  ports: MeasurePorts,
  { workspaceId, sourceId, name }: Input,
  simulated: boolean,
): Promise<Result<{ id: string; isNew: boolean }>> {
  if (sourceId !== null) {
    const found = await findSource(ports, workspaceId, sourceId);
    return found.ok ? ok({ id: sourceId, isNew: false }) : found;
  }
  const zone = await ports.zoneOf(workspaceId);
  if (!zone.ok) return zone;
  const id = ports.newId();
  const identities = versionOf(await ports.identities.list(workspaceId));
  const createdAt = ports.now().toISOString();
  await ports.sources.add(workspaceId, {
    id,
    name,
    simulated,
    summary: null,
    createdAt,
    rule: wholeJourneys,
    identities,
    remaking: false,
  });
  return ok({ id, isNew: true });
}

type Beginning = Input & { readonly sourceId: string; readonly importId: string; readonly file: FileRef };

function begin(
  ports: MeasurePorts,
  { workspaceId, uploadId, sourceId, importId, file, mapping, replace }: Beginning,
): Promise<Result<void>> {
  return new Promise((settle) => {
    const imports: MeasurePorts['imports'] = {
      ...ports.imports,
      async add(workspace, record) {
        await ports.imports.add(workspace, record);
        settle(ok(undefined));
      },
    };
    ports.importJobs.start(workspaceId, importId, async (follow) => {
      try {
        const request = { workspaceId, sourceId, file, mapping, replace, ...follow };
        const outcome = await importEvents({ ...ports, imports, newId: () => importId }, request);
        if (!outcome.ok) return settle(outcome);
        await summariseSource(ports, workspaceId, sourceId);
        await ports.uploads.remove(workspaceId, uploadId);
        const { balance } = outcome.value.record;
        if (balance) ports.onRows(balance.kept, setAsideTotal(balance));
      } finally {
        // Only heard when the import ended before its record was there.
        settle(fail(problem('import.unexpected', { file: file.name }, 500)));
      }
    });
  });
}
