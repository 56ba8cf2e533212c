import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { sketchMap } from '#testing/sketch-map.ts';
import { toBe } from '../compare/to-be.ts';
import { reimbursementExample } from '../examples/reimbursement.ts';
import { stepSchema } from '../schema.ts';
import { templateMap } from '../templates/template.ts';
import { storyBlocks } from './story-blocks.ts';
import { tellStory } from './tell-story.ts';

const story = sketchMap({
  title: 'Paid back',
  personas: ['ana', 'bo'],
  arrival: 'I have paid up front',
  departure: 'I am done.',
  steps: [
    {
      stage: 'I ask',
      title: 'I send my bill',
      cards: {
        actions: [
          'I take a **photo**',
          { text: 'I keep the original', personaIds: ['ana'] },
          'Wait: is it sharp?',
        ],
        thoughts: ['“Is it enough?”', '“There, done”'],
        'pain-points': ['Photo refused\n- twice'],
        delights: [{ text: 'Nothing to print', personaIds: ['bo'] }],
      },
      touchpoints: [
        { channel: 'app' },
        { channel: 'Téléphone' },
        { channel: 'app' },
        { channel: 'Minitel' },
        { channel: '?' },
        { channel: 'sms', initiator: 'company' },
      ],
      felt: { all: 1, ana: -3 },
    },
    {
      stage: 'I wait',
      title: 'I wait',
      cards: { actions: ['I watch my mailbox'] },
      touchpoints: [{ channel: 'e-mail', initiator: 'company' }],
      felt: { all: -2 },
      momentOfTruth: true,
    },
    { stage: 'I am paid', title: 'I am paid', felt: { all: 2 } },
  ],
});
story.steps['step-2'] = stepSchema.parse({ ...story.steps['step-2'], duration: { value: 1, unit: 'week' } });

describe('a story', () => {
  it('tells what holds for everyone, stage by stage, in the first person', () => {
    expect(tellStory(story, null, 'en')).toBe(
      [
        'I have paid up front.',
        '## I ask',
        'I send my bill: I take a photo. Wait: is it sharp? It happens in the app, by telephone or by Minitel; the ' +
          'rest reaches me by text message. I wonder: “Is it enough?” I tell myself: “There, done”. What weighs on ' +
          'me: photo refused, twice. I feel rather good.',
        '## I wait',
        'Then I watch my mailbox. It reaches me by e-mail. This is where everything is decided. This is where it ' +
          'turns: I take it very badly.',
        '## I am paid',
        'And then, what a relief: I feel really good.',
        'I am done.',
      ].join('\n\n'),
    );
  });

  it('tells what a persona lives, does and feels', () => {
    const ana = tellStory(story, 'ana', 'en');
    expect(ana).toContain('I take a photo, then I keep the original.');
    expect(ana).toContain('I am at the end of my tether.');
    expect(ana).not.toContain('to print');
    expect(tellStory(story, 'bo', 'en')).toContain('What I like: nothing to print.');
  });

  it('says how long it took', () => {
    const later = {
      ...story,
      cards: { ...story.cards, last: { ...story.cards['actions-2-1']!, stepId: 'step-3' } },
    };
    expect(tellStory(later, null, 'en')).toContain('After 1\u00a0week, I watch my mailbox.');
    expect(tellStory(later, null, 'fr')).toContain('Au bout de 1\u00a0semaine, I watch my mailbox.');
  });

  it('follows the wanted curve of a to-be map', () => {
    const map = reimbursementExample('en');
    expect(tellStory(map, null, 'en')).toContain('I take it very badly');
    const future = tellStory(toBe(map, 'm'), null, 'en');
    expect(future).not.toContain('badly');
    expect(future).toContain('I feel really good');
  });

  it('of a map where nothing is written names its stages', () => {
    let count = 0;
    const map = templateMap('journey', 'en', 'Title', () => `i${count++}`);
    expect(storyBlocks(tellStory(map, null, 'en')).every(({ kind }) => kind === 'heading')).toBe(true);
    expect(tellStory(sketchMap({ steps: [] }), null, 'en')).toBe('');
  });

  it.each(locales)('is well written in %s', (language) => {
    const map = reimbursementExample(language);
    for (const personaId of [null, ...Object.keys(map.personas)]) {
      const told = tellStory(map, personaId, language);
      expect(storyBlocks(told).filter(({ kind }) => kind === 'heading')).toHaveLength(5);
      for (const { kind, text } of storyBlocks(told)) {
        if (kind === 'paragraph') expect(text).toMatch(/[.!?…]\s?[»”]?$/);
        expect(text).not.toMatch(/ {2}|\.\.|[»”] \p{Lu}(?<![.!?…]\s?[»”] \p{Lu})/u);
        if (language === 'fr') expect(text).not.toMatch(/[^\u202f][:;!?»]|«[^\u202f]/);
      }
    }
  });
});

it('a story is read as headings and paragraphs', () => {
  expect(storyBlocks('One\nline\n\n## Two\nThree\n\n\n## Four')).toEqual([
    { kind: 'paragraph', text: 'One\nline' },
    { kind: 'heading', text: 'Two' },
    { kind: 'paragraph', text: 'Three' },
    { kind: 'heading', text: 'Four' },
  ]);
  expect(storyBlocks('')).toEqual([]);
});
