import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import { personaDocument } from '../domain/document.ts';
import type { Persona } from '../domain/schema.ts';
import { freeColour, templatePersona } from '../domain/templates/template.ts';
import type { InWorkspace } from './input.ts';
import { list } from './list.ts';
import type { PersonaPorts } from './ports.ts';

type Input = InWorkspace & {
  readonly title: string;
  readonly kind: Persona['kind'];
  readonly language: Locale;
};

/** In the first colour no persona of the workspace bears. */
export async function create(
  ports: PersonaPorts,
  { workspaceId, title, kind, language }: Input,
): Promise<Result<{ id: string }>> {
  const present = await list(ports, { workspaceId });
  if (!present.ok) return present;
  const { colour, borne } = freeColour(present.value.map((persona) => persona.colour));
  const id = ports.newId();
  const persona = templatePersona(kind, language, title, colour, ports.newId, borne);
  const created = await ports.collaboration.create(workspaceId, personaDocument, id, persona);
  return created.ok ? ok({ id }) : created;
}
