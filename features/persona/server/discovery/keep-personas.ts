import { spread } from '#kit/document/order.ts';
import type { Locale } from '#kit/locale.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { PersonaToKeep } from '../../contract-discovery.ts';
import { joinPersonas, modelOfKept } from '../../domain/discovery/join.ts';
import type { DiscoveryResult, ProposedPersona, ShortForm } from '../../domain/discovery/result.ts';
import { personaDocument } from '../../domain/document.ts';
import { addProven, freshStatement } from '../../domain/edit/statement.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { reorderForm } from '../../domain/questionnaire/questionnaire.ts';
import type { Persona, Section } from '../../domain/schema.ts';
import { emptyPersona, freeColour } from '../../domain/templates/template.ts';
import { addDetectionModel } from '../detection/add-model.ts';
import { readPersona } from '../find-persona.ts';
import type { OnePersona } from '../input.ts';
import { list } from '../list.ts';
import type { PersonaPorts } from '../ports.ts';
import { personaNotFound } from '../problems.ts';
import { discoveryNotFound } from './discovery-state.ts';
import type { DiscoveryPorts, OneDiscovery } from './ports.ts';

type Input = OneDiscovery & {
  readonly language: Locale;
  readonly name: string;
  readonly personas: readonly PersonaToKeep[];
};
type Ports = DiscoveryPorts & PersonaPorts;

/**
 * Makes the portraits of the personas kept, each statement with its figure as evidence (or adds these to a persona that is
 * there), and the detection model that recognises them. Figures come from the discovery, never from the caller. Problems: `persona.discovery.not-found`,
 * `persona.discovery.nothing-found`, `persona.discovery.unknown-persona`, `persona.discovery.persona-twice`,
 * `persona.discovery.all-joined`, `persona.discovery.into-twice`, `persona.not-found`.
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
  const titles = new Map(present.value.map(({ id, title }) => [id, title]));
  const gone = personas.find(({ into }) => into !== null && !titles.has(into));
  if (gone) return fail(personaNotFound(gone.into ?? ''));
  const colours = present.value.map(({ colour }) => colour);
  const personaIds: string[] = [];
  for (const persona of personas) {
    const statements = statementsOf(persona, result, discoveryId);
    if (persona.into !== null) {
      const added = await addTo(ports, { workspaceId, personaId: persona.into }, statements);
      if (!added.ok) return added;
      personaIds.push(persona.into);
      continue;
    }
    const id = ports.newId();
    const look = freeColour(colours);
    colours.push(look.colour);
    const portrait = portraitOf(ports, persona, statements, { language, ...look });
    const created = await ports.collaboration.create(workspaceId, personaDocument, id, portrait);
    if (!created.ok) return created;
    personaIds.push(id);
  }
  const model = modelOfKept(
    result.model,
    personas.map(({ keys, title, into }, at) => ({
      keys,
      name: (into !== null && titles.get(into)) || title,
      personaId: personaIds[at]!,
    })),
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
  const into = personas.flatMap((persona) => persona.into ?? []);
  if (new Set(into).size < into.length) return problem('persona.discovery.into-twice');
  // One class left would recognise everybody as the same persona.
  return personas.length === 1 && keys.length === found.length
    ? problem('persona.discovery.all-joined')
    : null;
}

type Proven = { readonly section: Section; readonly text: string; readonly evidence: readonly Evidence[] };

/** The sentences as statements: the figure that proves each is that of the discovery. */
function statementsOf(
  { keys, statements }: PersonaToKeep,
  result: DiscoveryResult,
  discoveryId: string,
): Proven[] {
  const joined = joinPersonas(result, keys) as ProposedPersona;
  return statements.map(({ id, section, text, label }) => {
    const proof = id === null ? undefined : joined.statements.find((one) => one.id === id)?.evidence;
    const evidence: Evidence[] =
      proof === undefined
        ? []
        : [
            {
              kind: 'figure',
              label: label || proof.source,
              reference: discoveryId,
              n: proof.n > 0 ? proof.n : null,
              date: proof.date,
            },
          ];
    return { section, text, evidence };
  });
}

async function addTo(ports: Ports, one: OnePersona, found: readonly Proven[]): Promise<Result<unknown>> {
  const persona = await readPersona(ports, one);
  if (!persona.ok) return persona;
  const changes = addProven(persona.value, found, ports.newId);
  if (changes.length === 0) return ok(null);
  const { workspaceId, personaId } = one;
  return ports.collaboration.edit(workspaceId, personaDocument, personaId, changes, ports.author);
}

function portraitOf(
  { newId }: Pick<Ports, 'newId'>,
  { title, kind, tagline }: PersonaToKeep,
  statements: readonly Proven[],
  made: { readonly language: Locale; readonly colour: number; readonly borne: number },
): Persona {
  const orders = spread(Math.max(1, statements.length));
  const persona = { ...emptyPersona(kind, made.language, title, made.colour, made.borne), tagline };
  statements.forEach(({ section, text, evidence }, at) => {
    persona.statements[newId()] = {
      ...freshStatement(section, orders[at]!, text),
      evidence: [...evidence],
    };
  });
  return persona;
}
