import { type ExportedDocument, exportDocument, migrateJson } from '#kit/document/migrate.ts';
import { isRecord, type Reading, readDocument, type SetAside } from '#kit/document/read-document.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { personaDocument } from './document.ts';
import { partNames } from './parts.ts';
import type { Persona } from './schema.ts';

/** A persona as a file: lossless, and readable by any later Parcours, because its version travels with it. */
export const exportPersona = (persona: Persona): ExportedDocument<Persona> =>
  exportDocument(personaDocument, persona);

/**
 * A persona out of a file of this version or an older one, written by Parcours or by hand. What could not be kept is
 * told, part by part: an issue of its shape, `dangling` (it answers what is not in the file) or `duplicate`.
 * Problems: `document.newer-version`, `document.migration-failed`, `document.invalid` {kind, field, issue}.
 */
export function importPersona(file: { version: number; document?: unknown }): Result<Reading<Persona>> {
  if (!isRecord(file.document)) {
    return fail(
      problem('document.invalid', { kind: personaDocument.kind, field: 'document', issue: 'invalid_type' }),
    );
  }
  const migrated = migrateJson(personaDocument, file.version, file.document);
  if (!migrated.ok) return migrated;
  const reading = readDocument(personaDocument, migrated.value);
  if (!reading.ok) return reading;
  const { document, setAside } = reading.value;
  return ok({ document, setAside: [...setAside, ...lost(migrated.value, document, setAside)] });
}

/** The parts of the file that are in neither the persona nor the list of what was set aside: healing took them. */
function lost(
  raw: Readonly<Record<string, unknown>>,
  persona: Persona,
  told: readonly SetAside[],
): SetAside[] {
  const known = new Set(told.map(({ path: [name, id] }) => `${name}/${id}`));
  return partNames.flatMap((name) =>
    Object.keys(isRecord(raw[name]) ? raw[name] : {})
      .filter((id) => !Object.hasOwn(persona[name], id) && !known.has(`${name}/${id}`))
      .map((id) => ({ path: [name, id], issue: name === 'channels' ? 'duplicate' : 'dangling' })),
  );
}
