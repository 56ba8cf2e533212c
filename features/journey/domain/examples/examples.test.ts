import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { journeyMapDocument } from '../document.ts';
import { outline } from '../outline.ts';
import { review } from '../review/review.ts';
import { journeyMapSchema, mapKinds } from '../schema.ts';
import { templateMap } from '../templates/template.ts';
import { exampleTitles } from './example-titles.ts';
import { exampleOfKind } from './examples.ts';

const day = '2026-03-31';
const examples = mapKinds.flatMap((kind) =>
  locales.map((language) => ({ kind, language, map: exampleOfKind[kind](language, { day }) })),
);

const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
};

describe.each(examples)('the $kind example in $language', ({ kind, language, map }) => {
  it('is a whole map of its kind, called as it is announced', () => {
    expect(journeyMapSchema.parse(map)).toEqual(map);
    expect(journeyMapDocument.heal!(map)).toBe(map);
    expect(map).toMatchObject({ kind, language, title: exampleTitles[kind][language] });
    const { phases, stages } = outline(map);
    expect(phases.map(({ phase }) => phase.moment)).toEqual(['before', 'during', 'after']);
    expect(stages.every(({ steps }) => steps.length > 0)).toBe(true);
  });

  it('fills the lanes of its template, under every step', () => {
    let count = 0;
    const wanted = outline(templateMap(kind, language, 'Title', () => `i${count++}`)).lanes;
    const drawn = new Set(outline(map).lanes.map(([, lane]) => lane.type));
    expect(wanted.filter(([, { type }]) => !drawn.has(type))).toEqual([]);
    const written = new Set(Object.values(map.cards).map(({ laneId }) => map.lanes[laneId]?.type));
    const filled = (type: string) =>
      written.has(type as never) || /^line-|^(touchpoints|emotion|figures)$/.test(type);
    expect([...drawn].filter((type) => !filled(type))).toEqual([]);
    const steps = new Set(Object.values(map.cards).map(({ stepId }) => stepId));
    expect(steps.size).toBe(Object.keys(map.steps).length);
  });

  it('is well typeset', () => {
    for (const text of wordsOf(map)) {
      expect(text).not.toMatch(/['"]/);
      if (language === 'fr') expect(text).not.toMatch(/[^\u202f][:;!?»]|«[^\u202f]/);
    }
  });
});

it('leaves little to remark on, and nothing serious, where the journey itself has its faults', () => {
  const remarks = review(exampleOfKind.journey('fr', { day }), { today: '2026-04-10' });
  expect(remarks.map(({ rule }) => rule).toSorted()).toEqual([
    'channel-lost-after-purchase',
    'channel-lost-after-purchase',
    'channel-lost-after-purchase',
    'duplicate-touchpoints',
    'duplicate-touchpoints',
    'statement-without-evidence',
    'statement-without-evidence',
  ]);
});

it.each(['blueprint', 'experience'] as const)('leaves nothing to remark on: %s', (kind) => {
  for (const language of locales) {
    expect(review(exampleOfKind[kind](language, { day }), { today: '2026-04-10' })).toEqual([]);
  }
});

it('says the same in both languages', () => {
  for (const kind of mapKinds) {
    const [fr, en] = locales.map((language) => exampleOfKind[kind](language));
    expect(Object.keys(fr!.cards)).toEqual(Object.keys(en!.cards));
    for (const [id, { text }] of Object.entries(fr!.cards)) expect(text).not.toBe(en!.cards[id]!.text);
  }
});
