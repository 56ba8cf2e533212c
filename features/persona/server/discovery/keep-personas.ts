import { spread } from '#kit/document/order.ts';
import type { Locale } from '#kit/locale.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { PersonaToKeep } from '../../contract-discovery.ts';
import { joinPersonas, modelOfKept } from '../../domain/discovery/join.ts';
import type { DiscoveryResult, ProposedPersona, ShortForm } from '../../domain/discovery/result.ts';
import { personaDocument } from '../../domain/document.ts';
import { freshStatement } from '../../domain/edit/statement.ts';
import { reorderForm } from '../../domain/questionnaire/questionnaire.ts';
import type { Persona } from '../../domain/schema.ts';
import { emptyPersona, freeColour } from '../../domain/templates/template.ts';
import { addDetectionModel } from '../detection/add-model.ts';
import { list } from '../list.ts';
import type { PersonaPorts } from '../ports.ts';
import { discoveryNotFound } from './discovery-state.ts';
import type { DiscoveryPorts, OneDiscovery } from './ports.ts';

type Input = OneDiscovery & {
  readonly language: Locale;
  readonly name: string;
  readonly personas: readonly PersonaToKeep[];
};
type Ports = DiscoveryPorts & PersonaPorts;

/**
 * Makes the portraits of the personas kept, each statement with its figure as evidence, and the detection model that
 * recognises them. Figures come from the discovery, never from the caller. Problems: `persona.discovery.not-found`,
 * `persona.discovery.nothing-found`, `persona.discovery.unknown-persona`, `persona.discovery.persona-twice`,
 * `persona.discovery.all-joined`.
 */
export async function keepPersonas(
  ports: Ports,
  { workspaceId, discoveryId, language, name, personas }: Input,
): Promise<Result<{ modelId: string; personaIds: string[] }>> {
  const one = await ports.discoveries.find(workspaceId, discoveryId);
  if (!one) return fail(discoveryNotFound(discoveryId));
  const result = one.found?.result;
  if (!result?.model) return fail(problem('persona.discovery.nothing-found'));
  const refused = check(result, personas);
  if (refused) return fail(refused);
  const present = await list(ports, { workspaceId });
  if (!present.ok) return present;
  const colours = present.value.map(({ colour }) => colour);
  const personaIds: string[] = [];
  for (const persona of personas) {
    const id = ports.newId();
    const colour = freeColour(colours);
    colours.push(colour);
    const portrait = portraitOf(ports, persona, result, { language, colour, discoveryId });
    const created = await ports.collaboration.create(workspaceId, personaDocument, id, portrait);
    if (!created.ok) return created;
    personaIds.push(id);
  }
  const model = modelOfKept(
    result.model,
    personas.map(({ keys, title }, at) => ({ keys, name: title, personaId: personaIds[at]! })),
  );
  const added = await addDetectionModel(ports, { workspaceId, name, source: result.source, model });
  if (!added.ok) return added;
  const kept = { modelId: added.value.id, personaIds };
  await ports.discoveries.keep(workspaceId, discoveryId, { ...kept, form: formOf(result, personas) });
  return ok(kept);
}

/** The form as it was measured, in the order the personas are kept in; null when some were joined. */
function formOf({ model, shortForm }: DiscoveryResult, personas: readonly PersonaToKeep[]): ShortForm | null {
  if (!model || !shortForm || personas.some(({ keys }) => keys.length > 1)) return null;
  const kept = personas.map(({ keys }) => keys[0]);
  const all = model.personas.map(({ key }) => key);
  const order = [...kept, ...all.filter((key) => !kept.includes(key))].map((key) => all.indexOf(key ?? ''));
  return reorderForm(shortForm, order);
}

function check({ personas: found }: DiscoveryResult, personas: readonly PersonaToKeep[]) {
  const keys = personas.flatMap((persona) => persona.keys);
  const unknown = keys.find((key) => !found.some((one) => one.key === key));
  if (unknown !== undefined) return problem('persona.discovery.unknown-persona', { persona: unknown });
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return problem('persona.discovery.persona-twice', { persona: twice });
  // One class left would recognise everybody as the same persona.
  return personas.length === 1 && keys.length === found.length
    ? problem('persona.discovery.all-joined')
    : null;
}

function portraitOf(
  { newId }: Pick<Ports, 'newId'>,
  { keys, title, kind, tagline, statements }: PersonaToKeep,
  result: DiscoveryResult,
  made: { readonly language: Locale; readonly colour: number; readonly discoveryId: string },
): Persona {
  const joined = joinPersonas(result, keys) as ProposedPersona;
  const orders = spread(Math.max(1, statements.length));
  const persona = { ...emptyPersona(kind, made.language, title, made.colour), tagline };
  statements.forEach(({ id, section, text, label }, at) => {
    const proof = id === null ? undefined : joined.statements.find((one) => one.id === id);
    persona.statements[newId()] = {
      ...freshStatement(section, orders[at]!, text),
      evidence:
        proof === undefined
          ? []
          : [
              {
                kind: 'figure',
                label: label || proof.evidence.source,
                reference: made.discoveryId,
                n: proof.evidence.n > 0 ? proof.evidence.n : null,
                date: proof.evidence.date,
              },
            ],
    };
  });
  return persona;
}
