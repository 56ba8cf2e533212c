import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import { measure } from '#platform/print/fonts.ts';
import type { DeliverablePages, deliverableFormats } from '../../contract-deliverable.ts';
import { booklet } from '../../domain/deliverable/booklet.ts';
import { card } from '../../domain/deliverable/card.ts';
import type { PortraitContent } from '../../domain/deliverable/content.ts';
import type { Page } from '../../domain/deliverable/page.ts';
import { poster } from '../../domain/deliverable/poster.ts';
import { personaDocument } from '../../domain/document.ts';
import { readPersona } from '../find-persona.ts';
import type { InWorkspace, OnePersona } from '../input.ts';
import type { PersonaPorts } from '../ports.ts';
import { drawPdf, openable } from './draw-pdf.ts';
import { drawSvg } from './draw-svg.ts';
import type { Photographs } from './drawing.ts';
import { printablePictures } from './printable.ts';

type LaidOut = {
  readonly pages: readonly Page[];
  readonly photographs: Photographs;
  readonly leftOut: readonly string[];
  readonly title: string;
  readonly language: Locale;
};

export type OneDeliverable = OnePersona & {
  readonly format: (typeof deliverableFormats)[number];
  readonly language: Locale;
};

/** The poster or card of one persona. Problems: `workspace.not-found`, `persona.not-found`. */
export async function layOutPersona(ports: PersonaPorts, input: OneDeliverable): Promise<Result<LaidOut>> {
  const { workspaceId, format, language } = input;
  const words = await ports.portraitWords(workspaceId, language);
  if (!words.ok) return words;
  const persona = await readPersona(ports, input);
  if (!persona.ok) return persona;
  const content = words.value.content(persona.value);
  const frame = words.value.frame(1);
  return ok({
    pages: format === 'poster' ? [poster(content, frame, measure)] : card(content, frame, measure),
    title: words.value.fileName(format, content.name),
    language,
    ...(await pictures(ports, workspaceId, [content])),
  });
}

/** All personas of a workspace, the oldest first, as the gallery shows them. Problem: `workspace.not-found`. */
export async function layOutBooklet(
  ports: PersonaPorts,
  { workspaceId, language }: InWorkspace & { readonly language: Locale },
): Promise<Result<LaidOut>> {
  const words = await ports.portraitWords(workspaceId, language);
  if (!words.ok) return words;
  const rows = await ports.collaboration.list(workspaceId, personaDocument.kind);
  const order = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
  const contents: PortraitContent[] = [];
  for (const { id } of rows.toSorted(order)) {
    const persona = await readPersona(ports, { workspaceId, personaId: id });
    // One removed meanwhile is left out.
    if (persona.ok) contents.push(words.value.content(persona.value));
  }
  return ok({
    pages: booklet(contents, words.value.frame(contents.length), measure),
    title: words.value.fileName('booklet'),
    language,
    ...(await pictures(ports, workspaceId, contents)),
  });
}

async function pictures(
  ports: PersonaPorts,
  workspaceId: WorkspaceId,
  contents: readonly PortraitContent[],
): Promise<Pick<LaidOut, 'photographs' | 'leftOut'>> {
  const { photographs, leftOut } = await printablePictures(ports, workspaceId, contents);
  const broken = new Set([...photographs].flatMap(([id, picture]) => (openable(picture) ? [] : [id])));
  const names = contents.flatMap(({ picture, name }) =>
    picture.kind === 'upload' && broken.has(picture.pictureId) ? [name] : [],
  );
  return {
    photographs: new Map([...photographs].filter(([id]) => !broken.has(id))),
    leftOut: [...leftOut, ...names],
  };
}

/** As a file to print. */
export async function pdfOf(laidOut: LaidOut, ports: Pick<PersonaPorts, 'now'>): Promise<File> {
  const { pages, photographs, title, language } = laidOut;
  const data = await drawPdf(pages, { title, language, madeAt: ports.now() }, photographs);
  return new File([new Uint8Array(data)], `${fileNameOf(title)}.pdf`, { type: 'application/pdf' });
}

/** Slashes and the like would make a folder of it. */
const fileNameOf = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'persona';

/** As drawings, for the page. */
export const pagesOf = ({ pages, photographs, leftOut }: LaidOut): DeliverablePages => ({
  pages: pages.map((page) => ({
    width: page.width,
    height: page.height,
    svg: drawSvg(page, photographs),
    text: page.boxes.flatMap((box) => (box.kind === 'text' ? [box.text] : [])).join('\n'),
  })),
  picturesLeftOut: [...leftOut],
});
