import type { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { personaFileSchema } from '../contract.ts';
import { personaDocument } from '../domain/document.ts';
import { importPersona } from '../domain/file.ts';
import type { Persona } from '../domain/schema.ts';
import { initialAvatar } from '../domain/templates/template.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { readPicture } from './read-picture.ts';

type PersonaFile = z.infer<typeof personaFileSchema>;
type Told = { path: string[]; issue: string };

/** A new persona beside the others, even from a file of one that is already here. Problems: those of `importPersona`. */
export async function importFile(
  ports: PersonaPorts,
  { workspaceId, file }: InWorkspace & { readonly file: PersonaFile },
): Promise<Result<{ id: string; setAside: Told[] }>> {
  const reading = importPersona(file);
  if (!reading.ok) return reading;
  const { document, setAside } = reading.value;
  const { picture, issue } = await pictureOf(ports, workspaceId, document, file.picture);
  const id = ports.newId();
  const created = await ports.collaboration.create(workspaceId, personaDocument, id, {
    ...document,
    picture,
  });
  if (!created.ok) return created;
  const told = setAside.map(({ path, issue: why }) => ({ path: [...path], issue: why }));
  return ok({ id, setAside: issue === undefined ? told : [...told, { path: ['picture'], issue }] });
}

/** The picture it came with is kept here; without it, unless it is here already, a drawn face takes its place. */
async function pictureOf(
  { personaPictures, now }: PersonaPorts,
  workspaceId: WorkspaceId,
  { picture, colour }: Persona,
  sent: PersonaFile['picture'],
): Promise<{ picture: Persona['picture']; issue?: string }> {
  if (picture.kind === 'avatar') return { picture };
  const drawn = { kind: 'avatar', avatar: initialAvatar(colour) } as const;
  if (sent === null) {
    return (await personaPictures.has(workspaceId, picture.pictureId))
      ? { picture }
      : { picture: drawn, issue: 'missing' };
  }
  const read = readPicture(Buffer.from(sent.data, 'base64'));
  if (!read.ok) return { picture: drawn, issue: 'not-a-picture' };
  await personaPictures.add(workspaceId, read.value, now());
  return { picture: { kind: 'upload', pictureId: read.value.id } };
}
