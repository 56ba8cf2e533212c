import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { avatarSchema } from '../avatar.ts';
import { personaDocument } from '../document.ts';
import { provenShare } from '../proof.ts';
import { personaKinds, personaSchema } from '../schema.ts';
import { freeColour, initialAvatar, templatePersona } from './template.ts';

describe.each(personaKinds.flatMap((kind) => locales.map((language) => ({ kind, language }))))(
  'a new persona of kind $kind in $language',
  ({ kind, language }) => {
    it('is whole, with places to write in, and states nothing yet', () => {
      let count = 0;
      const persona = templatePersona(kind, language, 'Somebody', 3, () => `i${++count}`);
      expect(personaSchema.parse(persona)).toEqual(persona);
      expect(personaDocument.heal!(persona)).toBe(persona);
      expect(persona).toMatchObject({ kind, language, title: 'Somebody', colour: 3 });
      const sections = Object.values(persona.statements).map(({ section }) => section);
      expect(sections.length).toBeGreaterThan(5);
      expect(new Set(sections).size).toBe(sections.length);
      expect(provenShare(persona, '2026-03-01').total).toBe(0);
    });
  },
);

it('each colour has a face of its own', () => {
  const faces = [0, 1, 2, 3, 4, 5].map((colour) => initialAvatar(colour));
  for (const face of faces) expect(avatarSchema.parse(face)).toEqual(face);
  const second = [0, 1, 2, 3, 4, 5].map((colour) => avatarSchema.parse(initialAvatar(colour, 1)));
  expect(new Set([...faces, ...second].map((face) => JSON.stringify(face))).size).toBe(12);
});

it('a persona takes a colour nobody bears, or the least borne', () => {
  expect(freeColour([])).toEqual({ colour: 0, borne: 0 });
  expect(freeColour([0, 2, 1])).toEqual({ colour: 3, borne: 0 });
  expect(freeColour([0, 1, 2, 3, 4, 5, 0, 1])).toEqual({ colour: 2, borne: 1 });
});
