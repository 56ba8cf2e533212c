import { withCaller } from '../caller.ts';
import type { Output } from '../output.ts';

export const workspaceList = (output: Output): Promise<void> =>
  withCaller(output, async ({ api }) => {
    const workspaces = await api.workspace.list();
    output.answer(workspaces, () =>
      workspaces.length === 0
        ? [output.say('workspace.none')]
        : workspaces.map(({ id, name }) => output.say('workspace.line', { id, name })),
    );
  });

export const workspaceCreate = (
  output: Output,
  name: string,
  { language = output.locale, zone }: { readonly language?: 'fr' | 'en'; readonly zone?: string },
): Promise<void> =>
  withCaller(output, async ({ api }) => {
    const created = await api.workspace.create({ name, language, ...(zone !== undefined && { zone }) });
    output.answer(created, () => [output.say('workspace.line', { id: created.id, name })]);
  });

/** The demonstration, on demand; refused where it is already. */
export const seed = (output: Output, { customers }: { readonly customers?: number }): Promise<void> =>
  withCaller(output, async ({ api }) => {
    output.note(output.say('seed.begun'));
    const seeded = await api.workspace.seedDemonstration(customers === undefined ? {} : { customers });
    output.answer(seeded, () =>
      seeded.workspaces.map(({ id, name }) =>
        output.say('seed.done', { id, name, customers: output.format.integer(seeded.customers) }),
      ),
    );
  });
