import { spread } from '#kit/document/order.ts';
import type { NewId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { type Avatar, avatarPalettes } from '../avatar.ts';
import { freshStatement } from '../edit/statement.ts';
import type { Persona, Section } from '../schema.ts';

/** Where the writing begins: one place to write in each of these sections, most useful first. */
const begun: Readonly<Record<Persona['kind'], readonly Section[]>> = {
  people: ['goals', 'obstacles', 'fears', 'values', 'habits', 'expectations', 'signs', 'tone'],
  company: ['goals', 'obstacles', 'fears', 'habits', 'expectations', 'signs', 'services', 'contact-rhythm'],
};

/** A face for each of the six colours, so that young personas do not look alike. */
const faces: readonly Avatar[] = [
  face({ skin: 0, hair: 'bobCut', hairColour: 0, clothes: 'rounded', clothesColour: 3 }),
  face({ skin: 4, hair: 'shortCombover', hairColour: 0, clothes: 'squared', clothesColour: 6 }),
  face({ skin: 1, hair: 'long', hairColour: 2, eyes: 'glasses', clothes: 'small', clothesColour: 0 }),
  face({ skin: 6, hair: 'curly', hairColour: 0, clothes: 'checkered', clothesColour: 5 }),
  face({
    skin: 2,
    hair: 'balding',
    hairColour: 4,
    facialHair: 'shadow',
    clothes: 'squared',
    clothesColour: 3,
  }),
  face({ skin: 3, hair: 'straightBun', hairColour: 2, clothes: 'rounded', clothesColour: 2 }),
];

function face(choices: Partial<Avatar>): Avatar {
  return {
    skin: 0,
    hair: 'shortCombover',
    hairColour: 0,
    facialHair: 'none',
    eyes: 'open',
    mouth: 'smile',
    nose: 'smallRound',
    clothes: 'rounded',
    clothesColour: 0,
    background: 'colour',
    ...choices,
  };
}

/** The face a persona of this colour (0 … 5) begins with; another for each persona that bears the colour already. */
export function initialAvatar(colour: number, borne = 0): Avatar {
  const drawn = faces[(colour + borne) % faces.length]!;
  return { ...drawn, skin: (drawn.skin + 3 * borne) % avatarPalettes.skin };
}

/** A persona with nothing in it but its name. `borne`: how many others bear its colour. */
export const emptyPersona = (
  kind: Persona['kind'],
  language: Locale,
  title: string,
  colour = 0,
  borne = 0,
): Persona => ({
  title,
  kind,
  language,
  colour,
  picture: { kind: 'avatar', avatar: initialAvatar(colour, borne) },
  quote: '',
  tagline: '',
  story: '',
  age: null,
  gender: null,
  occupation: '',
  sector: '',
  household: '',
  purchasingPower: null,
  circumstances: '',
  size: null,
  role: '',
  advice: null,
  reactivity: null,
  warmth: null,
  match: null,
  channels: {},
  statements: {},
  comments: {},
  replies: {},
});

/** A new persona, with a place to write in each section it begins with. */
export function templatePersona(
  kind: Persona['kind'],
  language: Locale,
  title: string,
  colour: number,
  newId: NewId,
  borne = 0,
): Persona {
  const persona = emptyPersona(kind, language, title, colour, borne);
  const [order] = spread(1);
  for (const section of begun[kind]) persona.statements[newId()] = freshStatement(section, order!, '');
  return persona;
}

const colours = [0, 1, 2, 3, 4, 5] as const;

/** The first colour nobody bears, or the least borne one when all six are taken; and how many bear it. */
export function freeColour(bearers: readonly number[]): { readonly colour: number; readonly borne: number } {
  const counts = colours.map((colour) => bearers.filter((one) => one === colour).length);
  const borne = Math.min(...counts);
  return { colour: counts.indexOf(borne), borne };
}
