import type { z } from 'zod';
import { ok, type Result } from '#kit/result.ts';
import type { personaFileSchema, pictureTypes } from '../contract.ts';
import { exportPersona } from '../domain/file.ts';
import { readPersona } from './find-persona.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';

type PersonaFile = z.infer<typeof personaFileSchema>;

/** Its own picture travels in the file. Problem: `persona.not-found`. */
export async function exportFile(ports: PersonaPorts, input: OnePersona): Promise<Result<PersonaFile>> {
  const persona = await readPersona(ports, input);
  if (!persona.ok) return persona;
  const { picture } = persona.value;
  const stored =
    picture.kind === 'upload'
      ? await ports.personaPictures.find(input.workspaceId, picture.pictureId)
      : undefined;
  return ok({
    ...exportPersona(persona.value),
    kind: 'persona',
    picture: stored
      ? {
          type: stored.type as (typeof pictureTypes)[number],
          data: Buffer.from(stored.data).toString('base64'),
        }
      : null,
  });
}
