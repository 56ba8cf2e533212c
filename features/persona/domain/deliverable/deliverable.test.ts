import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avatarSchema } from '../avatar.ts';
import { sections } from '../schema.ts';
import { booklet } from './booklet.ts';
import { card } from './card.ts';
import type { FrameWords, PortraitContent, SaidStatement } from './content.ts';
import { type Box, inks, type Measure, type Page, personaInks, type TextBox } from './page.ts';
import { poster } from './poster.ts';
import { fitText, style, wrap } from './setting.ts';

/** Letters of several widths: what a font would say, without one. */
const measure: Measure = (text, { size, tracking }) =>
  [...text].reduce(
    (sum, letter) =>
      sum + ('il’.,·\u00a0 '.includes(letter) ? 0.28 : /[A-ZmwÉ]/.test(letter) ? 0.75 : 0.55) + tracking,
    0,
  ) * size;

const words: FrameWords = {
  workspace: 'Mutuelle Horizon',
  date: 'au 21 nov. 2026',
  credit: 'Visages : « Personas » de Draftbit, CC BY 4.0',
  legend: { proven: 'prouvé', assumed: 'supposé', stale: 'périmé' },
  more: (count) => `… et ${count} autres dans la fiche`,
  continued: (title) => `${title} (suite)`,
  page: (page, pages) => `${page} / ${pages}`,
  booklet: { title: 'Nos personas', count: '3 portraits' },
};

const word = fc.stringMatching(/^[a-zéèA-Z’-]{1,14}$/);
const sentence = (most: number) => fc.array(word, { maxLength: most }).map((said) => said.join(' '));
/** A text as people write it, now and then without end or without a space. */
const text = fc.oneof(
  { weight: 6, arbitrary: sentence(14) },
  { weight: 1, arbitrary: sentence(160) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 300 }).map((count) => 'm'.repeat(count)) },
);
const statement: fc.Arbitrary<SaidStatement> = fc.record({
  text: text.map((said) => `x ${said}`),
  answer: fc.oneof(fc.constant(''), text),
  proof: text,
  state: fc.constantFrom('proven', 'assumed', 'stale'),
});
const section = (most: number) =>
  fc.record({ title: sentence(6), statements: fc.array(statement, { maxLength: most }) });

const portrait: fc.Arbitrary<PortraitContent> = fc
  .record({
    name: text.map((said) => `N ${said}`),
    tagline: text,
    quote: text,
    facts: text,
    story: fc.record({ title: sentence(4), text }),
    colour: fc.integer({ min: 0, max: 5 }),
    picture: fc.constant({ kind: 'avatar' as const, avatar: avatarSchema.parse({}) }),
    scales: fc.record({
      title: sentence(5),
      rows: fc.array(fc.record({ low: text, high: text, at: fc.double({ min: 0, max: 1, noNaN: true }) }), {
        maxLength: 3,
      }),
    }),
    channels: fc.record({
      title: sentence(4),
      names: fc.array(
        text.map((said) => `c ${said}`),
        { maxLength: 12 },
      ),
    }),
    said: fc.array(section(9), { minLength: sections.length, maxLength: sections.length }),
    chapters: fc.record({ empathy: sentence(3), phone: sentence(5), apart: sentence(4) }),
    proof: fc.record({
      title: sentence(5),
      share: sentence(4),
      counts: sentence(12),
      proven: fc.nat(40),
      assumed: fc.nat(40),
      stale: fc.nat(40),
      ask: fc.record({
        title: sentence(5),
        questions: fc.array(
          text.map((said) => `q ${said}`),
          { maxLength: 3 },
        ),
      }),
    }),
  })
  .map(({ said, ...rest }) => ({
    ...rest,
    sections: Object.fromEntries(
      sections.map((name, index) => [name, said[index]]),
    ) as unknown as PortraitContent['sections'],
  }));

const onThePoster = [
  'goals',
  'obstacles',
  'expectations',
  'fears',
  'feels',
  'values',
  'habits',
  'pains',
  'gains',
  'tone',
  'words-to-use',
  'words-to-avoid',
] as const;

const texts = ({ boxes }: Page): TextBox[] => boxes.filter((box) => box.kind === 'text');
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

/** Nothing leaves its page; no line of text stands on another, on a dot or on a picture. */
function expectToStand(page: Page): void {
  for (const box of page.boxes) {
    const inside =
      box.x >= -0.01 &&
      box.y >= -0.01 &&
      box.x + box.width <= page.width + 0.01 &&
      box.y + box.height <= page.height + 0.01;
    if (!inside) throw new Error(`leaves the page: ${JSON.stringify(box)}`);
  }
  const solid = page.boxes.filter(({ kind }) => kind !== 'fill');
  const lines = texts(page);
  for (const [index, line] of lines.entries()) {
    for (const other of solid) {
      if (other === line || (other.kind === 'text' && lines.indexOf(other) < index)) continue;
      if (overlap(line, other)) throw new Error(`on each other: ${JSON.stringify([line, other])}`);
    }
  }
}

describe('what is printed', () => {
  it('holds any portrait on its poster and its card', () => {
    fc.assert(
      fc.property(portrait, (content) => {
        const wall = poster(content, words, measure);
        for (const page of [wall, ...card(content, words, measure)]) expectToStand(page);
        const dots =
          wall.boxes.filter(({ kind }) => kind === 'dot').length - Object.keys(words.legend).length;
        const stated = onThePoster.filter((name) => content.sections[name].statements.length > 0);
        expect(dots).toBeGreaterThanOrEqual(stated.length);
      }),
      { numRuns: 30, seed: 4, endOnFailure: true },
    );
  });

  it('holds any portraits whole in the booklet', () => {
    const bare = (said: string): string => said.replace(/[\s\u00a0]/g, '');
    fc.assert(
      fc.property(fc.array(portrait, { maxLength: 3 }), (contents) => {
        const pages = booklet(contents, words, measure);
        for (const page of pages) expectToStand(page);
        const printed = bare(pages.flatMap((page) => texts(page).map((line) => line.text)).join(''));
        for (const content of contents) {
          for (const { statements } of Object.values(content.sections)) {
            // A statement that goes on in another column has the heading said again in between.
            for (const said of statements) expect(printed).toContain(bare(said.text).slice(0, 12));
          }
        }
      }),
      { numRuns: 12, seed: 5, endOnFailure: true },
    );
  });

  it('tells how much finds no room on a poster', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      text: `Une affirmation qui prend un peu de place, la ${index + 1}e`,
      answer: '',
      proof: 'supposé',
      state: 'assumed' as const,
    }));
    const [content] = fc.sample(portrait, { numRuns: 1, seed: 1 }) as [PortraitContent];
    const full = Object.fromEntries(
      sections.map((name) => [name, { title: name, statements: many }]),
    ) as unknown as PortraitContent['sections'];
    const page = poster({ ...content, sections: full }, words, measure);
    expectToStand(page);
    const told = texts(page).filter((line) => /^… et \d+ autres dans/.test(line.text));
    expect(told.length).toBeGreaterThanOrEqual(9);
  });

  it('shows of a persona just found in data what sets it apart, in all columns and on one page of the booklet', () => {
    const [sample] = fc.sample(portrait, { numRuns: 1, seed: 1 }) as [PortraitContent];
    const found = Array.from({ length: 13 }, (_, index) => ({
      text: `habit ${index + 1}`,
      answer: '',
      proof: '87 % (86 % à 87 %), n = 27 556',
      state: 'proven' as const,
    }));
    const content: PortraitContent = {
      ...sample,
      ...{ name: 'Vacanciers', quote: '', tagline: '', facts: '' },
      story: { title: '', text: '' },
      sections: Object.fromEntries(
        sections.map((name) => [name, { title: name, statements: name === 'behavioural' ? found : [] }]),
      ) as unknown as PortraitContent['sections'],
    };
    const dotsOf = ({ boxes }: Page) => boxes.filter(({ kind }) => kind === 'dot').slice(0, -3);
    const wall = poster(content, words, measure);
    expectToStand(wall);
    expect(dotsOf(wall)).toHaveLength(13);
    expect(new Set(dotsOf(wall).map(({ x }) => x)).size).toBe(3);
    const [, back] = card(content, words, measure);
    expect(dotsOf(back!)).toHaveLength(13);
    expect(booklet([content], words, measure)).toHaveLength(2);
  });

  it('sets small what does not fit large, and cuts it last of all', () => {
    const size = (said: string) => fitText(said, style(60), { width: 400, most: 2, smallest: 20 }, measure);
    expect(size('L’inquiète').style.size).toBe(60);
    const longer = size('La cliente qui voudrait savoir où en est son dossier');
    expect(longer.style.size).toBeLessThan(60);
    expect(longer.lines.join(' ')).toBe('La cliente qui voudrait savoir où en est son dossier');
    const endless = size('encore '.repeat(80));
    expect(endless.style.size).toBe(20);
    expect(endless.lines).toHaveLength(2);
    expect(endless.lines[1]).toMatch(/…$/);
  });

  it('breaks lines where French allows it, and loses no letter', () => {
    const of = style(10);
    expect(wrap('Que faire : « rappeler » ?', of, 80, measure).some((line) => /^[:?»]/.test(line))).toBe(
      false,
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 300 }), (said, width) => {
        const lines = wrap(said, of, width, measure);
        expect(lines.join('').replace(/\s/g, '')).toBe(said.replace(/\s/g, ''));
        for (const line of lines)
          expect(measure(line, of) <= width + 0.01 || [...line].length === 1).toBe(true);
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('has the inks of the product', () => {
    const css = readFileSync(new URL('../../../../ui/theme/tokens.css', import.meta.url), 'utf8');
    const light = css.slice(0, css.indexOf('@media'));
    personaInks.forEach((ink, index) => {
      expect(light).toContain(`--persona-${index}: ${ink};`);
    });
    for (const [name, ink] of [
      ['ink', inks.ink],
      ['muted', inks.muted],
      ['positive', inks.proven],
      ['negative', inks.stale],
    ]) {
      expect(light).toContain(`--${name}: ${ink};`);
    }
  });
});
