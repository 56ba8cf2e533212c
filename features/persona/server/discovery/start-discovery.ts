import type { WorkspaceId } from '#kit/ids.ts';
import { type Problem, ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Table } from '#platform/files/table.ts';
import { columnsOf } from '../../domain/discovery/attribute.ts';
import type { DiscoverySettings, FoundPersonas } from '../../domain/discovery/record.ts';
import type { DiscoveryProgress, DiscoveryResult } from '../../domain/discovery/result.ts';
import type { PersonaSignature } from '../../domain/discovery/signature.ts';
import type { DiscoveryPorts } from './ports.ts';
import { openUpload } from './read-customers.ts';
import { readInput, readRows } from './read-table.ts';
import { runDiscovery } from './run-discovery.ts';

type Input = DiscoverySettings & { readonly workspaceId: WorkspaceId; readonly uploadId: string };
type Follow = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DiscoveryProgress) => void;
};

/**
 * Begins a search for personas; it goes on by itself, in threads of its own, and is followed by its id. Problems:
 * `upload.not-found` and those of the file. What is only found on the way is told by its record.
 */
export async function startDiscovery(
  ports: DiscoveryPorts,
  { workspaceId, uploadId, corrections, k }: Input,
): Promise<Result<{ discoveryId: string }>> {
  const opened = await openUpload(ports, { workspaceId, uploadId });
  if (!opened.ok) return opened;
  const { table, fileName } = opened.value;
  const discoveryId = ports.newId();
  const settings = { corrections, k };
  await ports.discoveries.add(workspaceId, {
    id: discoveryId,
    uploadId,
    fileName,
    settings,
    status: 'running',
    startedAt: ports.now().toISOString(),
    endedAt: null,
    problem: null,
    chosen: null,
    kept: null,
  });
  ports.discoveryJobs.start(workspaceId, discoveryId, async (follow) => {
    let ended: Result<FoundPersonas> = fail(problem('persona.discovery.unexpected', { file: fileName }, 500));
    try {
      ended = await look(ports, { workspaceId, table, fileName, settings }, follow);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      ended = fail(error.problem);
    } finally {
      await ports.discoveries.end(workspaceId, discoveryId, {
        ...(ended.ok
          ? { status: 'complete', problem: null, found: ended.value }
          : { ...refusal(ended.problem, follow.signal), found: null }),
        endedAt: ports.now(),
      });
    }
  });
  return ok({ discoveryId });
}

const refusal = ({ code, params }: Problem, signal: AbortSignal) =>
  signal.aborted
    ? { status: 'cancelled' as const, problem: null }
    : { status: 'failed' as const, problem: { code, ...(params ? { params } : {}) } };

type Looking = {
  readonly workspaceId: WorkspaceId;
  readonly table: Table;
  readonly fileName: string;
  readonly settings: DiscoverySettings;
};

async function look(
  ports: DiscoveryPorts,
  { workspaceId, table, fileName, settings }: Looking,
  { signal, onProgress }: Follow,
): Promise<Result<FoundPersonas>> {
  onProgress({ stage: 'reading', done: 0, total: 1 });
  const date = ports.now().toISOString().slice(0, 10);
  const read = await readInput(table, settings.corrections, { source: fileName, date }, signal);
  if (!read.ok) return read;
  const signatures = await knownPersonas(ports, workspaceId);
  // A number that is asked for is not compared with others.
  const { k } = settings;
  const request = k === null ? {} : { k, kMin: k, kMax: k };
  const discovery = await runDiscovery({ ...read.value, signatures }, request, { signal, onProgress });
  if (!discovery.ok) return discovery;
  const { result } = discovery.value;
  return ok({ result, portraits: await portraitsOf(table, result, signal) });
}

/** The personas that models of the workspace recognise and that are still there: what is found is compared with them. */
async function knownPersonas(
  { detectionModels, personaIds }: Pick<DiscoveryPorts, 'detectionModels' | 'personaIds'>,
  workspaceId: WorkspaceId,
): Promise<PersonaSignature[]> {
  const [models, present] = await Promise.all([detectionModels.list(workspaceId), personaIds(workspaceId)]);
  return models.flatMap(({ model }) =>
    model.personas.flatMap(({ key, personaId }) =>
      personaId !== null && present.has(personaId) ? [{ personaId, model, key }] : [],
    ),
  );
}

/** The rows of the portrait customers, without the columns that took no part: an identifier names somebody. */
async function portraitsOf(
  table: Table,
  { personas, attributes }: DiscoveryResult,
  signal: AbortSignal,
): Promise<FoundPersonas['portraits']> {
  if (personas.length === 0) return {};
  const columns = attributes.filter(({ use }) => use).flatMap(columnsOf);
  const rows = await readRows(
    table,
    personas.map(({ portraitRow }) => portraitRow),
    signal,
  );
  return Object.fromEntries(
    personas.map(({ key, portraitRow }) => {
      const row = rows.get(portraitRow) ?? {};
      return [key, Object.fromEntries(columns.map((column) => [column, row[column] ?? '']))];
    }),
  );
}
