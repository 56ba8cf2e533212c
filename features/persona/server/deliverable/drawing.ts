import { type Box, inks, personaInks } from '../../domain/deliverable/page.ts';
import type { EvidenceState } from '../../domain/proof.ts';
import type { Picture } from '../../domain/schema.ts';
import type { StoredPicture } from '../picture-store.ts';

/** What PDF and SVG draw alike. */

/** The photographs of the personas that are printed, by their id. */
export type Photographs = ReadonlyMap<string, StoredPicture>;

export const personaInk = (colour: number): string => personaInks[colour] ?? personaInks[0];

export const fillInk = (fill: Extract<Box, { kind: 'fill' }>['fill']): string =>
  typeof fill === 'number' ? personaInk(fill) : inks[fill];

/** A colour mixed with white: 0 is white, 1 the colour. */
export function tintOf(colour: string, share: number): string {
  const mixed = [1, 3, 5].map((at) =>
    Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * share),
  );
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Behind a face: its ground and the disc of light on it, as on the pages. */
export function groundOf(
  picture: Picture,
  colour: number,
): { readonly ground: string; readonly disc: string } {
  const ink = personaInk(colour);
  const background = picture.kind === 'avatar' ? picture.avatar.background : 'colour';
  if (background === 'plain') return { ground: inks.tint, disc: tintOf(ink, 0.16) };
  if (background === 'tint') return { ground: tintOf(ink, 0.2), disc: tintOf(ink, 0.32) };
  return { ground: ink, disc: tintOf(ink, 0.8) };
}

/** The disc of light in a frame: its middle and radius as shares of the frame. */
export const discOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + width * 0.78,
  y: y + height * 0.28,
  radius: Math.max(width, height) * 0.46,
});

/** A face stands on the lower edge of its frame; in a narrow one its shoulders are cut. */
export function faceIn({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const side = Math.min(width * 1.3, height * 0.92);
  return { x: x + (width - side) / 2, y: y + height - side, side };
}

export const dotInk: Readonly<Record<EvidenceState, string>> = {
  proven: inks.proven,
  assumed: inks.muted,
  stale: inks.stale,
};

/** Up to two letters of a name, where its picture cannot be shown. */
export const initials = (name: string): string =>
  name
    .split(/[\s’'-]+/)
    .map((word) => [...word].find((letter) => /\p{L}/u.test(letter)) ?? '')
    .filter((letter) => letter !== '')
    .slice(-2)
    .join('')
    .toLocaleUpperCase();
