import { describe, expect, it } from 'vitest';
import {
  type Avatar,
  avatarSchema,
  clothesShapes,
  eyeShapes,
  facialHairs,
  hairStyles,
  mouthShapes,
  noseShapes,
} from '../../domain/avatar.ts';
import { avatarSvg } from '../../domain/avatar-drawing.ts';
import { avatarShapes, type Shape } from './avatar-shapes.ts';

const faces: Avatar[] = [
  ...hairStyles.map((hair) => ({ hair })),
  ...facialHairs.map((facialHair) => ({ facialHair })),
  ...eyeShapes.map((eyes) => ({ eyes })),
  ...mouthShapes.map((mouth) => ({ mouth })),
  ...noseShapes.map((nose) => ({ nose })),
  ...clothesShapes.map((clothes) => ({ clothes })),
].map((choice) => avatarSchema.parse(choice));

const paths = (shapes: readonly Shape[]): Extract<Shape, { kind: 'path' }>[] =>
  shapes.flatMap((shape) => (shape.kind === 'path' ? [shape] : paths(shape.shapes)));
const groups = (shapes: readonly Shape[]): number =>
  shapes.reduce(
    (sum, shape) =>
      sum +
      (shape.kind === 'group' && shape.clip.length > 0 ? 1 : 0) +
      (shape.kind === 'group' ? groups(shape.shapes) : 0),
    0,
  );

describe('a drawn face as shapes', () => {
  it('loses nothing that the drawing shows, whatever was chosen', () => {
    for (const face of faces) {
      const svg = avatarSvg(face);
      const shapes = avatarShapes(svg);
      const shown = svg.replace(/<(mask|defs)\b.*?<\/\1>/gs, '');
      const drawn = paths(shapes);
      expect(drawn.length, JSON.stringify(face)).toBe(shown.match(/<(path|circle|ellipse|rect)\b/g)?.length);
      expect(groups(shapes)).toBe(shown.match(/ mask="/g)?.length ?? 0);
      for (const { d, fill, opacity } of drawn) {
        expect(d).toMatch(/^M[\d\s.,a-zA-Z-]+$/i);
        expect(fill).toMatch(/^#[0-9a-f]{3,6}$/i);
        expect(opacity).toBeGreaterThan(0);
      }
    }
  });
});
