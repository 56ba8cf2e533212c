import { ok, type Result } from '#kit/result.ts';
import type { PersonaUse } from '../contract.ts';
import { findRow } from './find-persona.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** Problem: `persona.not-found`. */
export async function uses(ports: PersonaPorts, input: OnePersona): Promise<Result<PersonaUse[]>> {
  const row = await findRow(ports, input);
  return row.ok ? ok(await ports.personaUses(input.workspaceId, input.personaId)) : row;
}
