import { describe, expect, it } from 'vitest';
import {
  type Avatar,
  avatarPalettes,
  avatarSchema,
  clothesShapes,
  eyeShapes,
  facialHairs,
  hairStyles,
  mouthShapes,
  noseShapes,
} from './avatar.ts';
import { avatarColours, avatarSvg } from './avatar-drawing.ts';

const plain = avatarSchema.parse({});
const drawn = (choices: Partial<Avatar>) => avatarSvg({ ...plain, ...choices });

describe('the drawn face', () => {
  it('draws the same face for the same choices', () => {
    expect(drawn({})).toBe(drawn({}));
    expect(drawn({})).toMatch(/^<svg .*<\/svg>$/s);
  });

  it.each([
    ['hair', hairStyles],
    ['facialHair', facialHairs],
    ['eyes', eyeShapes],
    ['mouth', mouthShapes],
    ['nose', noseShapes],
    ['clothes', clothesShapes],
  ] as const)('draws each %s in its own way', (choice, names) => {
    const all = names.map((name) => drawn({ [choice]: name }));
    expect(new Set(all).size).toBe(names.length);
  });

  it('has a colour for each place of the palettes, and uses it', () => {
    for (const palette of ['skin', 'hair', 'clothes'] as const) {
      expect(avatarColours[palette]).toHaveLength(avatarPalettes[palette]);
    }
    expect(drawn({ skin: 3 })).toContain(`#${avatarColours.skin[3]}`);
    expect(drawn({ hairColour: 4 })).toContain(`#${avatarColours.hair[4]}`);
    expect(drawn({ clothesColour: 2 })).toContain(`#${avatarColours.clothes[2]}`);
  });

  it('blends nothing: print and screen show the same face', () => {
    expect(hairStyles.map((hair) => drawn({ hair, eyes: 'glasses' })).join('')).not.toContain(
      'mix-blend-mode:overlay',
    );
  });
});
