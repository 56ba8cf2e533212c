import { basename, resolve } from 'node:path';
import { ProblemError } from '#kit/problem.ts';
import type { EventPreview } from '#measure/contract.ts';
import { checkedProposal } from '#measure/domain/event-import/checked-proposal.ts';
import { type EventMapping, eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { balanceLines } from '../balance-lines.ts';
import { type Caller, withCaller } from '../caller.ts';
import { findSource, findWorkspace } from '../find.ts';
import { followImport } from '../follow-import.ts';
import { untilInterrupted } from '../interrupt.ts';
import { correctedMapping } from '../mapping-file.ts';
import { exitCode, type Output } from '../output.ts';
import { fileTitle, sendingLine } from '../sending.ts';

export type ImportEventsOptions = {
  readonly workspace: string;
  readonly name?: string;
  readonly source?: string;
  readonly mapping?: string;
  readonly customer?: string;
  readonly at?: string;
  readonly event?: string;
  readonly zone?: string;
  readonly replace: boolean;
  readonly proposeMap: boolean;
};

/** Brings a file of events into a workspace; interrupted, nothing of it is left. */
export async function importEventsCommand(
  output: Output,
  path: string,
  options: ImportEventsOptions,
): Promise<void> {
  const signal = untilInterrupted();
  const file = { path: resolve(path), name: basename(path) };
  await withCaller(output, async (caller) => {
    const { api } = caller;
    const workspace = await findWorkspace(api, options.workspace);
    const workspaceId = workspace.id;
    const source = options.source ? await findSource(api, workspaceId, options.source) : null;
    const { uploadId } = await caller.upload(workspaceId, file, {
      signal,
      onSent: (bytes) => output.progress(sendingLine(output, bytes)),
    });
    try {
      const preview = await api.measure.previewEvents({ workspaceId, uploadId });
      const mapping = await mappingOf(preview, workspace, options);
      noteDoubts(output, preview, mapping);
      const name = source?.name ?? options.name ?? fileTitle(file.name);
      const started = await api.measure.startImport({
        workspaceId,
        uploadId,
        sourceId: source?.id ?? null,
        name,
        mapping,
        replace: options.replace,
      });
      const { importId, sourceId } = started;
      const state = await followImport(output, signal, {
        look: () => api.measure.importState({ workspaceId, importId }),
        cancel: () => api.measure.cancelImport({ workspaceId, importId }),
      });
      if (state.status !== 'complete') {
        if (state.balance) for (const line of balanceLines(output, state.balance)) output.note(line);
        return output.refuse(state.problem ?? { code: 'import.cancelled', params: { file: file.name } });
      }
      const mapId = options.proposeMap ? await propose(caller, workspace, sourceId, name) : null;
      const { stats } = await api.measure.source({ workspaceId, sourceId });
      const { outcome } = started;
      const answer = { outcome, importId, sourceId, mapId, balance: state.balance, stats, mapping };
      output.answer(answer, () => [
        ...(outcome === 'already-imported' ? [output.say('import.already')] : []),
        ...(outcome === 'started' && state.balance ? balanceLines(output, state.balance) : []),
        output.say('import.source', { name, id: sourceId }),
        ...(mapId ? [output.say('import.map', { id: mapId })] : []),
      ]);
      process.exitCode = exitCode.done;
    } finally {
      await caller.discard(workspaceId, uploadId);
    }
  });
}

/** What was guessed, then what the options say, then what the mapping file says. */
async function mappingOf(
  { table, mapping: guessed }: EventPreview,
  workspace: Workspace,
  { customer, at, event, zone, mapping: path }: ImportEventsOptions,
): Promise<EventMapping> {
  const told = { ...(customer && { customer }), ...(at && { time: at }), ...(event && { event }) };
  const asked = Object.keys(told).length > 0 || zone !== undefined;
  if (path && (guessed || !asked)) return correctedMapping(eventMappingSchema, guessed, resolve(path));
  if (guessed && !asked) return guessed;
  const growing = table.format === 'json-lines' || table.format === 'xes';
  const proposal = checkedProposal(
    table.fileName,
    table.columns,
    zone ?? workspace.zone,
    told,
    guessed?.keepLaterColumns ?? growing,
  );
  if (!proposal.ok) throw new ProblemError(proposal.problem);
  return path ? correctedMapping(eventMappingSchema, proposal.value, resolve(path)) : proposal.value;
}

/** What a page would ask and a command can only say. */
function noteDoubts(output: Output, { doubts }: EventPreview, mapping: EventMapping): void {
  for (const doubt of doubts) {
    if (!('column' in doubt) || doubt.column !== mapping.time.column) continue;
    const { zone, format } = mapping.time;
    if (doubt.code === 'ambiguous-date')
      output.note(
        output.say('doubt.ambiguous-date', { column: doubt.column, example: doubt.example, format }),
      );
    if (doubt.code === 'mixed-zones')
      output.note(output.say('doubt.mixed-zones', { column: doubt.column, zone }));
    if (doubt.code === 'impossible-dates')
      output.note(output.say('doubt.impossible-dates', { column: doubt.column, count: doubt.count }));
  }
}

async function propose({ api }: Caller, workspace: Workspace, sourceId: string, title: string) {
  const { id: workspaceId, language } = workspace;
  return (await api.measure.proposeMap({ workspaceId, sourceId, language, title })).mapId;
}
