import { type ExportedDocument, exportDocument, migrateJson } from '#kit/document/migrate.ts';
import { isRecord, type Reading, readDocument, type SetAside } from '#kit/document/read-document.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { partNames } from './dependents.ts';
import { journeyMapDocument } from './document.ts';
import { type EmotionPoint, emotionId, type JourneyMap } from './schema.ts';

/** A map as a file: lossless, and readable by any later Parcours, because its version travels with it. */
export const exportMap = (map: JourneyMap): ExportedDocument<JourneyMap> =>
  exportDocument(journeyMapDocument, map);

/**
 * A map out of a file of this version or an older one, written by Parcours or by hand. What could not be kept is told,
 * part by part: an issue of its shape, `dangling` (it refers to what is not in the file) or `duplicate`.
 * Problems: `document.newer-version`, `document.migration-failed`, `document.invalid` {kind, field, issue}.
 */
export function importMap(file: { version: number; document?: unknown }): Result<Reading<JourneyMap>> {
  if (!isRecord(file.document)) {
    return fail(
      problem('document.invalid', {
        kind: journeyMapDocument.kind,
        field: 'document',
        issue: 'invalid_type',
      }),
    );
  }
  const migrated = migrateJson(journeyMapDocument, file.version, file.document);
  if (!migrated.ok) return migrated;
  const { raw, duplicates } = withEmotionIds(migrated.value);
  const reading = readDocument(journeyMapDocument, raw);
  if (!reading.ok) return reading;
  const { document, setAside } = reading.value;
  const told = [...duplicates, ...setAside];
  return ok({ document, setAside: [...told, ...dangling(raw, document, told)] });
}

/** The ids of emotion points say what they are; who writes a file by hand need not know it. */
function withEmotionIds(raw: Readonly<Record<string, unknown>>): {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly duplicates: readonly SetAside[];
} {
  if (!isRecord(raw.emotions)) return { raw, duplicates: [] };
  const duplicates: SetAside[] = [];
  const emotions = new Map<string, unknown>();
  for (const [key, value] of Object.entries(raw.emotions)) {
    const id = ownId(value) ?? key;
    if (emotions.has(id)) duplicates.push({ path: ['emotions', key], issue: 'duplicate' });
    else emotions.set(id, value);
  }
  return { raw: { ...raw, emotions: Object.fromEntries(emotions) }, duplicates };
}

function ownId(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const { reading, personaId, stepId } = value;
  const wellFormed =
    (reading === 'planned' || reading === 'felt') &&
    (personaId === null || typeof personaId === 'string') &&
    typeof stepId === 'string';
  return wellFormed ? emotionId(reading satisfies EmotionPoint['reading'], personaId, stepId) : undefined;
}

/** The parts of the file that are in neither the map nor the list of what was set aside: healing took them. */
function dangling(
  raw: Readonly<Record<string, unknown>>,
  map: JourneyMap,
  told: readonly SetAside[],
): SetAside[] {
  const known = new Set(told.map(({ path: [name, id] }) => `${name}/${id}`));
  return partNames.flatMap((name) =>
    Object.keys(isRecord(raw[name]) ? raw[name] : {})
      .filter((id) => !Object.hasOwn(map[name], id) && !known.has(`${name}/${id}`))
      .map((id) => ({ path: [name, id], issue: 'dangling' })),
  );
}
