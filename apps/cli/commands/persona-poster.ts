import type { Locale } from '#kit/locale.ts';
import { withCaller } from '../caller.ts';
import { findPersona } from '../find.ts';
import type { Output } from '../output.ts';
import { writeNew } from '../write-new.ts';

export type PersonaPosterOptions = {
  readonly workspace?: string;
  readonly output: string;
  readonly format: 'poster' | 'card' | 'booklet';
  /** Of headings and dates; that of the messages unless told. */
  readonly lang?: Locale;
  readonly force: boolean;
};

/** A persona (its id or name) as a PDF to print; the booklet holds every persona of its workspace. */
export const personaPoster = (output: Output, wanted: string, options: PersonaPosterOptions): Promise<void> =>
  withCaller(output, async ({ api }) => {
    const { format, lang: language = output.locale } = options;
    const found = await findPersona(api, options.workspace, wanted);
    const workspaceId = found.workspace.id;
    const file =
      format === 'booklet'
        ? await api.persona.booklet({ workspaceId, language })
        : await api.persona.deliverable({ workspaceId, personaId: found.id, format, language });
    const data = new Uint8Array(await file.arrayBuffer());
    const path = await writeNew(options.output, data, options.force);
    output.answer({ id: found.id, file: path }, () => [output.say('map.exported', { file: path })]);
  });
