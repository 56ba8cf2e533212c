import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { knownContacts } from '../../analytics/known-contacts.ts';
import { createCellReader, placesOf } from '../../domain/contacts/contact-columns.ts';
import { personaNamed } from '../../domain/detection/known-personas.ts';
import { type ModelSummary, summariseModel } from '../../domain/detection/stored-model.ts';
import { calibrate, labelled } from '../../domain/discovery/calibration.ts';
import { createEncoder } from '../../domain/discovery/encoder.ts';
import { findModel, modelNotFound, type OneModel } from '../detection/find-model.ts';
import { findList } from './find-list.ts';
import type { ContactPorts } from './ports.ts';

/** Contacts looked at: more would not move the temperature. */
const most = 20_000;
/** Fewer say nothing of how far probabilities can be believed. */
const fewest = 60;

/**
 * Sets the temperature of a model by contacts whose persona is known, told by a column of their list; the model gets its next
 * revision, with how far its probabilities were off before and are after. Problems: `persona.model.not-found`,
 * `persona.contacts.not-found`, `persona.contacts.no-such-column`, `persona.calibration.too-few` {known, fewest},
 * `persona.calibration.looked-at` (the model reads that very column).
 */
export async function calibrateModel(
  ports: Pick<ContactPorts, 'engine' | 'contacts' | 'detectionModels' | 'now'>,
  { workspaceId, modelId, listId, column }: OneModel & { readonly listId: string; readonly column: string },
): Promise<Result<ModelSummary>> {
  const [stored, list] = [
    await findModel(ports, { workspaceId, modelId }),
    await findList(ports, { workspaceId, listId }),
  ];
  if (!stored.ok) return stored;
  if (!list.ok) return list;
  const { model, name, source } = stored.value;
  const { columns, versionId } = list.value;
  const told = columns.find((each) => each.name === column);
  const place = placesOf(columns).words.get(column);
  if (!told?.words || !place) return fail(problem('persona.contacts.no-such-column', { column }));
  const attributes = model.attributes.map(({ attribute }) => attribute);
  if (attributes.some((attribute) => attribute.id === column))
    return fail(problem('persona.calibration.looked-at', { column }));
  const codes = told.words.flatMap((word, at) => (personaNamed(model, word) === undefined ? [] : [at + 1]));
  const rows = await knownContacts(ports.engine, { workspaceId, versionId }, { place, codes, most });
  if (rows.length < fewest)
    return fail(problem('persona.calibration.too-few', { column, known: rows.length, fewest }));
  const encoder = createEncoder(
    attributes,
    columns.map((each) => each.name),
  );
  const cells = createCellReader(columns);
  const truth = rows.map((row) => {
    encoder.add(cells(row));
    return personaNamed(model, told.words![row.words[place - 1]! - 1]!)!;
  });
  const { table } = encoder.finish();
  const better = calibrate(model, table, labelled(truth, model.personas.length), 'labels');
  const changed = await ports.detectionModels.change(
    workspaceId,
    modelId,
    { name, source, model: better },
    ports.now(),
  );
  return changed ? ok(summariseModel(changed)) : fail(modelNotFound(modelId));
}
