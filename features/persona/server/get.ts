import { ok, type Result } from '#kit/result.ts';
import type { Persona } from '../domain/schema.ts';
import { findRow, readPersona } from './find-persona.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** Problem: `persona.not-found`. */
export async function get(
  ports: PersonaPorts,
  input: OnePersona,
): Promise<Result<{ id: string; updatedAt: string; persona: Persona }>> {
  const row = await findRow(ports, input);
  if (!row.ok) return row;
  const persona = await readPersona(ports, input);
  if (!persona.ok) return persona;
  const updatedAt = row.value.updatedAt.toISOString();
  return ok({ id: input.personaId, updatedAt, persona: persona.value });
}
