import { advanceOf, features, runsOf } from '#platform/print/fonts.ts';
import { avatarSvg } from '../../domain/avatar-drawing.ts';
import type { Box, Page, TextBox } from '../../domain/deliverable/page.ts';
import { inks } from '../../domain/deliverable/page.ts';
import { discOf, dotInk, faceIn, fillInk, groundOf, initials, type Photographs } from './drawing.ts';

/** Points with two decimals are a thousandth of a millimetre. */
const p = (value: number): string => String(Math.round(value * 100) / 100);

/** Attributes and texts are ours or numbers; what a person wrote is drawn as outlines, never as markup. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * A page as one SVG that needs nothing else: letters are outlines, so that it looks the same in every browser and as a
 * picture. What it says is told beside it, to who does not see it.
 */
export function drawSvg(page: Page, photographs: Photographs): string {
  const glyphs = new Map<string, { readonly id: string; readonly path: string }>();
  const boxes = page.boxes.map((box, index) => drawBox(box, index, glyphs, photographs)).join('');
  const outlines = [...glyphs.values()].map(({ id, path }) => `<path id="${id}" d="${path}"/>`).join('');
  const size = `width="${p(page.width)}" height="${p(page.height)}" viewBox="0 0 ${p(page.width)} ${p(page.height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${outlines}</defs><rect width="100%" height="100%" fill="#fff"/>${boxes}</svg>`;
}

type Glyphs = Map<string, { readonly id: string; readonly path: string }>;

function drawBox(box: Box, index: number, glyphs: Glyphs, photographs: Photographs): string {
  switch (box.kind) {
    case 'text':
      return drawText(box, glyphs);
    case 'fill': {
      const stroke = box.stroke ? ` stroke="${inks[box.stroke]}" stroke-width=".8"` : '';
      return `<rect x="${p(box.x)}" y="${p(box.y)}" width="${p(box.width)}" height="${p(box.height)}" rx="${p(box.radius)}" fill="${fillInk(box.fill)}"${stroke}/>`;
    }
    case 'dot': {
      const radius = box.width / 2;
      const at = `cx="${p(box.x + radius)}" cy="${p(box.y + radius)}"`;
      const ink = dotInk[box.state];
      if (box.state === 'proven') return `<circle ${at} r="${p(radius)}" fill="${ink}"/>`;
      const dash =
        box.state === 'assumed' ? ` stroke-dasharray="${p(radius * 0.8)} ${p(radius * 0.77)}"` : '';
      return `<circle ${at} r="${p(radius * 0.8)}" fill="none" stroke="${ink}" stroke-width="${p(radius * 0.4)}"${dash}/>`;
    }
    case 'picture':
      return drawPicture(box, index, glyphs, photographs);
  }
}

function drawText({ x, y, baseline, text, style }: TextBox, glyphs: Glyphs): string {
  let at = 0;
  const uses = runsOf(text, style.weight).flatMap(({ face, text: said }) => {
    const { glyphs: set, positions } = face.font.layout(said, features);
    const unit = face.font.unitsPerEm;
    return set.map((glyph, index) => {
      const key = `${face.id}-${glyph.id}`;
      const known = glyphs.get(key) ?? { id: `g${glyphs.size}`, path: glyph.path.toSVG() };
      glyphs.set(key, known);
      const place = positions[index];
      const drawnAt = at + (place?.xOffset ?? 0);
      at += (place?.xAdvance ?? 0) + style.tracking * unit;
      return known.path === '' ? '' : `<use href="#${known.id}" x="${p(drawnAt)}"/>`;
    });
  });
  const scale = style.size / 2048;
  return `<g fill="${inks[style.ink]}" transform="translate(${p(x)} ${p(y + baseline)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})">${uses.join('')}</g>`;
}

type PictureBox = Extract<Box, { kind: 'picture' }>;

function drawPicture(box: PictureBox, index: number, glyphs: Glyphs, photographs: Photographs): string {
  const { picture, colour, x, y, width, height } = box;
  const frame = `x="${p(x)}" y="${p(y)}" width="${p(width)}" height="${p(height)}"`;
  const clip = `<clipPath id="c${index}"><rect ${frame}/></clipPath>`;
  const { ground, disc } = groundOf(picture, colour);
  const light = discOf(box);
  const under = `<rect ${frame} fill="${ground}"/><circle cx="${p(light.x)}" cy="${p(light.y)}" r="${p(light.radius)}" fill="${disc}"/>`;
  const inside = (drawn: string): string => `${clip}<g clip-path="url(#c${index})">${drawn}</g>`;
  if (picture.kind === 'avatar') {
    const face = faceIn(box);
    const svg = avatarSvg(picture.avatar)
      .replace(/<metadata>.*?<\/metadata>/s, '')
      .replace(
        '<svg ',
        `<svg x="${p(face.x)}" y="${p(face.y)}" width="${p(face.side)}" height="${p(face.side)}" `,
      )
      // Every face names its masks alike; on a page of many they would be each other's.
      .replace(/(id="|url\(#)/g, `$1f${index}-`);
    return inside(under + svg);
  }
  const photograph = photographs.get(picture.pictureId);
  if (photograph) {
    const data = Buffer.from(photograph.data).toString('base64');
    return inside(
      `<image ${frame} preserveAspectRatio="xMidYMid slice" href="data:${escaped(photograph.type)};base64,${data}"/>`,
    );
  }
  return inside(under + drawText(initialsText(box), glyphs));
}

/** The initials in the middle of a frame whose picture cannot be shown. */
export function initialsText({ label, x, y, width, height }: PictureBox): TextBox {
  const text = initials(label);
  const size = Math.min(width, height) * 0.3;
  const wide = runsOf(text, 700).reduce((sum, run) => sum + advanceOf(run), 0) * size;
  return {
    kind: 'text',
    text,
    x: x + (width - wide) / 2,
    y: y + height / 2 - size * 0.6,
    width: wide,
    height: size * 1.2,
    baseline: size * 0.96,
    style: { size, weight: 700, leading: 1.2, tracking: 0, ink: 'white' },
    role: 'note',
  };
}
