import type { z } from 'zod';
import { ok, type Result } from '#kit/result.ts';
import type { VersionSummary } from '#platform/collaboration/document-store.ts';
import type { personaVersionSchema } from '../contract.ts';
import { findRow } from './find-persona.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';

export type PersonaVersion = z.infer<typeof personaVersionSchema>;

/** The newest first; automatic ones have an empty name. Problem: `persona.not-found`. */
export async function versions(ports: PersonaPorts, input: OnePersona): Promise<Result<PersonaVersion[]>> {
  const row = await findRow(ports, input);
  if (!row.ok) return row;
  const kept = await ports.collaboration.listVersions(input.workspaceId, input.personaId);
  return ok(kept.map(versionOf));
}

const versionOf = ({ id, name, author, at }: VersionSummary): PersonaVersion => ({
  id,
  name: name ?? '',
  kind: name === undefined ? 'automatic' : 'named',
  author,
  createdAt: at.toISOString(),
});
