import type { WorkspaceId } from '#kit/ids.ts';
import { personaFileSchema } from '#persona/contract.ts';
import {
  type ExamplePersona,
  examplePersona,
  examplePersonaCodes,
} from '#persona/domain/examples/personas.ts';
import { exportPersona } from '#persona/domain/file.ts';
import { type OpenedPage, startBrowser } from './browser.ts';
import { openTestWorld } from './world.ts';

type PageOptions = { readonly width?: number; readonly dark?: boolean; readonly locale?: 'fr' | 'en' };

/** The pages of personas in a real browser, on the real server, in French unless told. */
export async function openPersonaWorld() {
  const [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
  const { api } = world;
  const today = new Date().toISOString().slice(0, 10);
  const example = async (workspaceId: WorkspaceId, code: ExamplePersona): Promise<string> => {
    const file = personaFileSchema.parse({
      ...exportPersona(examplePersona(code, 'fr', today)),
      picture: null,
    });
    return (await api.persona.import({ workspaceId, file })).id;
  };
  /** A page of the room, by its path under `personas`. */
  const open = (workspaceId: WorkspaceId, path = '', options: PageOptions = {}): Promise<OpenedPage> =>
    browser.openPage({ url: `${world.address}/w/${workspaceId}/personas${path}`, ...options });
  return {
    world,
    api,
    today,
    example,
    open,
    async workspace(): Promise<WorkspaceId> {
      const made = await api.workspace.create({ name: 'Mutuelle', language: 'fr', zone: 'Europe/Paris' });
      return made.id as WorkspaceId;
    },
    /** The worrier, the self-reliant and the hurried: their ids. */
    async examples(workspaceId: WorkspaceId): Promise<string[]> {
      const ids: string[] = [];
      for (const code of examplePersonaCodes) ids.push(await example(workspaceId, code));
      return ids;
    },
    /** A sheet, once it is live. */
    async openSheet(
      workspaceId: WorkspaceId,
      personaId: string,
      options: PageOptions = {},
    ): Promise<OpenedPage> {
      const opened = await open(workspaceId, `/${personaId}`, options);
      const live = options.locale === 'en' ? 'Live' : 'En direct';
      await opened.page.getByText(live, { exact: true }).waitFor();
      return opened;
    },
    async stored(workspaceId: WorkspaceId, personaId: string) {
      return (await api.persona.get({ workspaceId, personaId })).persona;
    },
    async close(): Promise<void> {
      await browser.close();
      await world.close();
    },
  };
}
export type PersonaWorld = Awaited<ReturnType<typeof openPersonaWorld>>;
