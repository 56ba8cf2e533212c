import { createAvatar } from '@dicebear/core';
import * as faces from '@dicebear/personas';
import type { Avatar, avatarPalettes } from './avatar.ts';

/*
 * The drawn face of a persona as SVG: the style "Personas" by Draftbit (CC BY 4.0, https://personas.draftbit.com), drawn
 * by DiceBear. Colours are ours: natural ones for skin and hair, those of the product for clothes.
 */

/** Hexadecimal, without "#"; as many as `avatarPalettes` says. */
export const avatarColours = {
  skin: ['f6cdad', 'eebc97', 'e2a680', 'cb8d69', 'aa6f50', '87543c', '63402f'],
  hair: ['3a2c26', '5a3a2a', '85502f', 'a8603a', 'd9ae66', 'a6a19a', 'e4dfd6'],
  clothes: ['2f4f80', '14786d', '75506c', '23211f', 'a34d30', 'd09a3a', 'ebe4d8'],
} as const satisfies Record<keyof typeof avatarPalettes, readonly string[]>;

/** Colours the style fixes, in ours: its violet ink, and the pinks and blues of bands and caps. */
const ours: Readonly<Record<string, string>> = {
  '#1B0640': '#2b2422',
  '#F55D81': '#c2573f',
  '#F57B98': '#cf7a63',
  '#E15C66': '#b5523c',
  '#DC5C7A': '#a34d30',
  '#5A45FF': '#3d5f93',
  '#456DFF': '#2f4f80',
};

/**
 * The style lightens the face by an overlay inside a mask, where there is nothing under it to blend with: dark skin turns
 * grey. A little white does what was meant, on screen and in print alike.
 */
const overlay = / style="mix-blend-mode:overlay" opacity="[^"]*"/g;

/** The face alone, on a transparent ground, in a square of 64. Its choices are all known words: nothing from outside is drawn. */
export function avatarSvg(avatar: Avatar): string {
  const bearded = avatar.facialHair !== 'none';
  const { skin, hair, clothes } = avatarColours;
  return createAvatar(faces, {
    seed: 'parcours',
    skinColor: [skin[avatar.skin] ?? skin[0]],
    hair: [avatar.hair],
    hairColor: [hair[avatar.hairColour] ?? hair[0]],
    ...(avatar.facialHair === 'none' ? {} : { facialHair: [avatar.facialHair] }),
    facialHairProbability: bearded ? 100 : 0,
    eyes: [avatar.eyes],
    mouth: [avatar.mouth],
    nose: [avatar.nose],
    body: [avatar.clothes],
    clothingColor: [clothes[avatar.clothesColour] ?? clothes[0]],
  })
    .toString()
    .replace(overlay, ' opacity=".13"')
    .replace(/#[0-9A-F]{6}/gi, (colour) => ours[colour.toUpperCase()] ?? colour);
}
