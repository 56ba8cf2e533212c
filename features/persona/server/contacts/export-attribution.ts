import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { csvLine } from '#kit/table/csv-writer.ts';
import { type AttributedContact, everyAttributedContact } from '../../analytics/attributed-contacts.ts';
import type { AttributionRun } from '../../domain/detection/attribution-run.ts';
import { findList, findRun, type OneRun } from './find-list.ts';
import type { ContactPorts } from './ports.ts';

export type RunRows = { readonly run: AttributionRun; readonly idColumn: string };

/**
 * A run whose contacts are still there. Problems: `persona.attribution.not-found`, `persona.attribution.rows-gone` (its
 * contacts were brought in anew since).
 */
export async function findRunRows(
  ports: Pick<ContactPorts, 'contacts'>,
  { workspaceId, runId }: OneRun,
): Promise<Result<RunRows>> {
  const run = await findRun(ports, { workspaceId, runId });
  if (!run.ok) return run;
  const list = await findList(ports, { workspaceId, listId: run.value.listId });
  if (!list.ok || list.value.versionId !== run.value.versionId)
    return fail(problem('persona.attribution.rows-gone', { runId }, 410));
  return ok({ run: run.value, idColumn: list.value.idColumn });
}

/** Name of the persona at a place of the model, '' for the undecided. */
export const personaName = ({ summary }: AttributionRun, place: number): string => {
  const persona = summary.personas[place - 1];
  return persona ? persona.name || persona.key : '';
};

const share = (probability: number): string => String(Math.round(probability * 10_000) / 10_000);

const row = (run: AttributionRun, contact: AttributedContact): string =>
  csvLine([
    contact.customer,
    personaName(run, contact.persona),
    share(contact.probability),
    personaName(run, contact.likeliest),
  ]);

/** Every contact of a run with its persona as CSV that no spreadsheet runs, as it comes. */
export async function* attributionCsv(
  engine: ContactPorts['engine'],
  workspaceId: OneRun['workspaceId'],
  { run, idColumn }: RunRows,
): AsyncIterable<string> {
  yield `\ufeff${csvLine([idColumn, 'persona', 'probability', 'likeliest'])}`;
  let lines = '';
  const of = { workspaceId, versionId: run.versionId, runId: run.id };
  for await (const contact of everyAttributedContact(engine, of)) {
    lines += row(run, contact);
    if (lines.length < 65_536) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
