import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { advanceOf, features, runsOf } from '#platform/print/fonts.ts';
import { avatarSvg } from '../../domain/avatar-drawing.ts';
import { type Box, inks, type Page, type TextBox } from '../../domain/deliverable/page.ts';
import type { StoredPicture } from '../picture-store.ts';
import { avatarShapes, type Shape } from './avatar-shapes.ts';
import { initialsText } from './draw-svg.ts';
import { discOf, dotInk, faceIn, fillInk, groundOf, type Photographs } from './drawing.ts';

type Pdf = PDFKit.PDFDocument;

export type PdfInfo = {
  readonly title: string;
  readonly language: 'fr' | 'en';
  readonly madeAt: Date;
};

/** Whether a picture can be drawn at all: its bytes may be broken whatever they begin with. */
export function openable({ data }: StoredPicture): boolean {
  try {
    new PDFDocument().image(Buffer.from(data), 0, 0);
    return true;
  } catch {
    return false;
  }
}

/** Pages as a PDF: text is text (selectable, with its structure for who hears it), all else vectors, photographs apart. */
export async function drawPdf(
  pages: readonly Page[],
  info: PdfInfo,
  photographs: Photographs,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: info.language,
    tagged: true,
    displayTitle: true,
    info: { Title: info.title, Creator: 'Parcours', CreationDate: info.madeAt },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  const told = pdf.struct('Document');
  pdf.addStructure(told);
  const registered = new Set<string>();
  const opened = new Map<string, Buffer>();
  for (const page of pages) {
    // Others are served between two pages of a long booklet.
    await setImmediate();
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    drawPage(pdf, page, { told, registered, photographs, opened });
  }
  told.end();
  pdf.end();
  return whole;
}

type Drawing = {
  readonly told: PDFKit.PDFStructureElement;
  /** Files of the font that the document already has. */
  readonly registered: Set<string>;
  readonly photographs: Photographs;
  /** Pictures that the document already has, by their id. */
  readonly opened: Map<string, Buffer>;
};

const tags = { title: 'H1', heading: 'H2', paragraph: 'P', quote: 'BlockQuote', note: 'P' } as const;

/** Lines of one text are one paragraph; what is no text is decoration, but pictures, which have a name. */
function drawPage(pdf: Pdf, { boxes }: Page, drawing: Drawing): void {
  for (let at = 0; at < boxes.length; ) {
    const box = boxes[at] as Box;
    if (box.kind === 'text') {
      const lines = linesFrom(boxes, at);
      const text = () => {
        for (const line of lines) drawText(pdf, line, drawing);
      };
      drawing.told.add(pdf.struct(tags[box.role], {}, [text]));
      at += lines.length;
      continue;
    }
    if (box.kind === 'picture') {
      drawing.told.add(pdf.struct('Figure', { alt: box.label }, [() => drawPicture(pdf, box, drawing)]));
    } else {
      pdf.markContent('Artifact', { type: 'Layout' });
      if (box.kind === 'fill') drawFill(pdf, box);
      else drawDot(pdf, box);
      pdf.endMarkedContent();
    }
    at += 1;
  }
}

function linesFrom(boxes: readonly Box[], from: number): TextBox[] {
  const lines: TextBox[] = [];
  for (const box of boxes.slice(from)) {
    const last = lines.at(-1);
    if (box.kind !== 'text') break;
    if (last && (box.style !== last.style || box.x !== last.x || box.role !== last.role)) break;
    lines.push(box);
  }
  return lines;
}

function drawText(pdf: Pdf, { x, y, baseline, text, style }: TextBox, { registered }: Drawing): void {
  let at = x;
  for (const run of runsOf(text, style.weight)) {
    const { id, data } = run.face;
    if (!registered.has(id)) {
      pdf.registerFont(id, data);
      registered.add(id);
    }
    const tracking = style.tracking * style.size;
    pdf
      .font(id)
      .fontSize(style.size)
      .fillColor(inks[style.ink], 1)
      .text(run.text, at, y + baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        // A record in fontkit, which sets the text; its types know the list only.
        features: features as unknown as PDFKit.Mixins.OpenTypeFeatures[],
        characterSpacing: tracking,
      });
    at += advanceOf(run) * style.size + tracking * [...run.text].length;
  }
}

function drawFill(
  pdf: Pdf,
  { x, y, width, height, radius, fill, stroke }: Extract<Box, { kind: 'fill' }>,
): void {
  if (radius > 0) pdf.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  else pdf.rect(x, y, width, height);
  pdf.fillColor(fillInk(fill), 1);
  if (stroke === undefined) pdf.fill();
  else pdf.lineWidth(0.8).undash().strokeColor(inks[stroke], 1).fillAndStroke();
}

function drawDot(pdf: Pdf, { x, y, width, state }: Extract<Box, { kind: 'dot' }>): void {
  const radius = width / 2;
  const ink = dotInk[state];
  pdf.save();
  if (state === 'proven')
    pdf
      .circle(x + radius, y + radius, radius)
      .fillColor(ink, 1)
      .fill();
  else {
    pdf
      .circle(x + radius, y + radius, radius * 0.8)
      .lineWidth(radius * 0.4)
      .strokeColor(ink, 1);
    if (state === 'assumed') pdf.dash(radius * 0.8, { space: radius * 0.77 });
    pdf.stroke();
  }
  pdf.restore();
}

function drawPicture(pdf: Pdf, box: Extract<Box, { kind: 'picture' }>, drawing: Drawing): void {
  const { picture, colour, x, y, width, height } = box;
  pdf.save().rect(x, y, width, height).clip();
  const photograph = picture.kind === 'upload' ? drawing.photographs.get(picture.pictureId) : undefined;
  if (photograph) {
    pdf.image(openedPicture(pdf, photograph, drawing.opened), x, y, {
      cover: [width, height],
      align: 'center',
      valign: 'center',
    });
  } else {
    const { ground, disc } = groundOf(picture, colour);
    const light = discOf(box);
    pdf.rect(x, y, width, height).fillColor(ground, 1).fill();
    pdf.circle(light.x, light.y, light.radius).fillColor(disc, 1).fill();
    if (picture.kind === 'avatar') {
      const face = faceIn(box);
      pdf.translate(face.x, face.y).scale(face.side / 64);
      for (const shape of avatarShapes(avatarSvg(picture.avatar))) drawShape(pdf, shape);
    } else drawText(pdf, initialsText(box), drawing);
  }
  pdf.restore();
}

/** A picture that is shown twice is in the file once. The library opens pictures for that; its types do not tell. */
function openedPicture(pdf: Pdf, { id, data }: StoredPicture, opened: Map<string, Buffer>): Buffer {
  const opener = pdf as unknown as { openImage(data: Buffer): Buffer };
  const picture = opened.get(id) ?? opener.openImage(Buffer.from(data));
  opened.set(id, picture);
  return picture;
}

function drawShape(pdf: Pdf, shape: Shape): void {
  if (shape.kind === 'group') {
    pdf.save().translate(...shape.translate);
    if (shape.clip.length > 0) {
      for (const outline of shape.clip) pdf.path(outline);
      pdf.clip();
    }
    for (const inner of shape.shapes) drawShape(pdf, inner);
    pdf.restore();
    return;
  }
  pdf.path(shape.d);
  if (shape.fade) {
    const gradient = pdf.linearGradient(...shape.fade.from, ...shape.fade.to);
    for (const { offset, opacity } of shape.fade.stops)
      gradient.stop(offset, shape.fill, opacity * shape.opacity);
    pdf.fill(gradient, shape.evenOdd ? 'even-odd' : 'non-zero');
    return;
  }
  pdf.fillColor(shape.fill, shape.opacity).fill(shape.evenOdd ? 'even-odd' : 'non-zero');
}
