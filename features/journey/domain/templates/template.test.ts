import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { journeyMapDocument } from '../document.ts';
import { outline } from '../outline.ts';
import { journeyMapSchema, mapKinds } from '../schema.ts';
import { templateMap } from './template.ts';

const maps = mapKinds.flatMap((kind) =>
  locales.map((language) => {
    let count = 0;
    return { kind, language, map: templateMap(kind, language, 'Title', () => `i${count++}`) };
  }),
);

describe.each(maps)('the $kind template in $language', ({ kind, language, map }) => {
  it('is a whole map, ready to be written in', () => {
    expect(journeyMapSchema.parse(map)).toEqual(map);
    expect(journeyMapDocument.heal!(map)).toBe(map);
    expect(map).toMatchObject({ kind, language, title: 'Title', state: 'as-is' });
    const { phases, stages, lanes } = outline(map);
    expect(phases.map(({ phase }) => phase.moment)).toEqual(['before', 'during', 'after']);
    expect(stages.every(({ steps }) => steps.length === 1)).toBe(true);
    expect(new Set(lanes.map(([, lane]) => lane.type)).size).toBe(lanes.length);
  });

  it('tells its stages in the first person', () => {
    for (const { stage } of outline(map).stages) {
      expect(stage.title).toMatch(language === 'fr' ? /^(Je |J’)/ : /^I /);
      expect(stage.title).not.toContain("'");
    }
  });
});

it('a template is the same map in both languages', () => {
  for (const kind of mapKinds) {
    const shapes = maps
      .filter((made) => made.kind === kind)
      .map(({ map }) => outline(map).phases.map(({ stages }) => stages.length));
    expect(shapes[0]).toEqual(shapes[1]);
  }
});

it('a blueprint has its three lines in order', () => {
  const { map } = maps.find(({ kind }) => kind === 'blueprint')!;
  const lines = outline(map)
    .lanes.map(([, { type }]) => type)
    .filter((type) => type.startsWith('line-') || /office|support|actions/.test(type));
  expect(lines).toEqual([
    'actions',
    'line-of-interaction',
    'front-office',
    'line-of-visibility',
    'back-office',
    'line-of-internal-interaction',
    'support',
  ]);
});
