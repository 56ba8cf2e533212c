import { z } from 'zod';

/*
 * A drawn face, as the choices it is made of. The names are those of the style "Personas" of DiceBear (by Draftbit,
 * CC BY 4.0), which draws them; colours are places in its palettes, so that a theme may shift them without touching
 * documents.
 */

export const hairStyles = [
  'bald',
  'balding',
  'beanie',
  'bobBangs',
  'bobCut',
  'bunUndercut',
  'buzzcut',
  'cap',
  'curly',
  'curlyBun',
  'curlyHighTop',
  'extraLong',
  'fade',
  'long',
  'mohawk',
  'pigtails',
  'shortCombover',
  'shortComboverChops',
  'sideShave',
  'straightBun',
] as const;
export const facialHairs = [
  'none',
  'beardMustache',
  'goatee',
  'pyramid',
  'shadow',
  'soulPatch',
  'walrus',
] as const;
export const eyeShapes = ['open', 'happy', 'glasses', 'sunglasses', 'sleep', 'wink'] as const;
export const mouthShapes = ['smile', 'bigSmile', 'smirk', 'lips', 'surprise', 'frown'] as const;
export const noseShapes = ['smallRound', 'mediumRound', 'wrinkles'] as const;
export const clothesShapes = ['small', 'rounded', 'squared', 'checkered'] as const;
/** Behind the face: the colour of the persona, a tint of it, or the page. */
export const avatarBackgrounds = ['colour', 'tint', 'plain'] as const;

/** How many colours each palette of the style has. */
export const avatarPalettes = { skin: 7, hair: 7, clothes: 7 } as const;

const placeIn = (palette: keyof typeof avatarPalettes) =>
  z
    .int()
    .min(0)
    .max(avatarPalettes[palette] - 1);

export const avatarSchema = z.object({
  skin: placeIn('skin').default(0),
  hair: z.enum(hairStyles).default('shortCombover'),
  hairColour: placeIn('hair').default(0),
  facialHair: z.enum(facialHairs).default('none'),
  eyes: z.enum(eyeShapes).default('open'),
  mouth: z.enum(mouthShapes).default('smile'),
  nose: z.enum(noseShapes).default('smallRound'),
  clothes: z.enum(clothesShapes).default('rounded'),
  clothesColour: placeIn('clothes').default(0),
  background: z.enum(avatarBackgrounds).default('colour'),
});
export type Avatar = z.infer<typeof avatarSchema>;
