import type { Api } from '#client/api.ts';
import type { MapSummary } from '#journey/contract.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { ProblemError, problem } from '#kit/problem.ts';
import type { Source } from '#measure/domain/source.ts';
import type { PersonaSummary } from '#persona/contract.ts';
import type { ModelSummary } from '#persona/domain/detection/stored-model.ts';
import type { Workspace } from '#workspace/domain/schema.ts';

/** The workspace with this id or, failing that, this name. Throws `command.no-workspace`, `command.many-workspaces`. */
export async function findWorkspace(api: Api, wanted: string): Promise<Workspace> {
  const workspaces = await api.workspace.list();
  const { one, several } = pick(workspaces, wanted, ({ name }) => name);
  if (one) return one;
  if (several) throw refused('command.many-workspaces', { workspace: wanted, known: several });
  throw refused('command.no-workspace', { workspace: wanted, known: listed(workspaces, ({ name }) => name) });
}

export type PlacedMap = MapSummary & { readonly workspace: Workspace };

/** The maps of one workspace, or of all; by workspace, last edited first. */
export async function listMaps(api: Api, workspace: string | undefined): Promise<PlacedMap[]> {
  const workspaces =
    workspace === undefined ? await api.workspace.list() : [await findWorkspace(api, workspace)];
  const maps = await Promise.all(
    workspaces.map(async (one) =>
      (await api.journey.list({ workspaceId: one.id })).map((map) => ({ ...map, workspace: one })),
    ),
  );
  return maps.flat();
}

/** The map with this id or title, in one workspace or in any. Throws `command.no-map`, `command.many-maps`. */
export async function findMap(api: Api, workspace: string | undefined, wanted: string): Promise<PlacedMap> {
  const { one, several } = pick(await listMaps(api, workspace), wanted, ({ title }) => title);
  if (one) return one;
  throw several
    ? refused('command.many-maps', { map: wanted, known: several })
    : refused('command.no-map', { map: wanted });
}

type PlacedPersona = PersonaSummary & { readonly workspace: Workspace };

/** The persona with this id or name, in one workspace or in any. Throws `command.no-persona`, `command.many-personas`. */
export async function findPersona(
  api: Api,
  workspace: string | undefined,
  wanted: string,
): Promise<PlacedPersona> {
  const workspaces =
    workspace === undefined ? await api.workspace.list() : [await findWorkspace(api, workspace)];
  const personas = await Promise.all(
    workspaces.map(async (one) =>
      (await api.persona.list({ workspaceId: one.id })).map((persona) => ({ ...persona, workspace: one })),
    ),
  );
  const { one, several } = pick(personas.flat(), wanted, ({ title }) => title);
  if (one) return one;
  throw several
    ? refused('command.many-personas', { persona: wanted, known: several })
    : refused('command.no-persona', { persona: wanted });
}

type PlacedModel = ModelSummary & { readonly workspace: Workspace };

/** The detection model with this id or name, in one workspace or in any. Throws `persona.model.not-found`, `command.many-models`. */
export async function findModel(
  api: Api,
  workspace: string | undefined,
  wanted: string,
): Promise<PlacedModel> {
  const workspaces =
    workspace === undefined ? await api.workspace.list() : [await findWorkspace(api, workspace)];
  const models = await Promise.all(
    workspaces.map(async (one) =>
      (await api.persona.detectionModels({ workspaceId: one.id })).map((model) => ({
        ...model,
        workspace: one,
      })),
    ),
  );
  const { one, several } = pick(models.flat(), wanted, ({ name }) => name);
  if (one) return one;
  throw several
    ? refused('command.many-models', { model: wanted, known: several })
    : refused('persona.model.not-found', { modelId: wanted });
}

/** The source with this id or name. Throws `source.not-found`. */
export async function findSource(api: Api, workspaceId: WorkspaceId, wanted: string): Promise<Source> {
  const { one } = pick(await api.measure.sources({ workspaceId }), wanted, ({ name }) => name);
  if (one) return one;
  throw refused('source.not-found', { sourceId: wanted });
}

type Named = { readonly id: string };

function pick<Thing extends Named>(
  things: readonly Thing[],
  wanted: string,
  nameOf: (thing: Thing) => string,
): { readonly one?: Thing; readonly several?: string } {
  const byId = things.find(({ id }) => id === wanted);
  if (byId) return { one: byId };
  const named = things.filter((thing) => nameOf(thing).toLowerCase() === wanted.trim().toLowerCase());
  if (named.length > 1) return { several: listed(named, nameOf) };
  return named[0] ? { one: named[0] } : {};
}

const listed = <Thing extends Named>(things: readonly Thing[], nameOf: (thing: Thing) => string): string =>
  things.length === 0 ? '–' : things.map((thing) => `${nameOf(thing)} (${thing.id})`).join(', ');

const refused = (code: string, params: Record<string, string>): ProblemError =>
  new ProblemError(problem(code, params, 404));
