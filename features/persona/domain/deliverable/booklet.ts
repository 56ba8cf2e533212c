import type { Section } from '../schema.ts';
import { criteria, type FrameWords, type PortraitContent } from './content.ts';
import { cover } from './cover.ts';
import { createFlow } from './flow.ts';
import { type Box, type Measure, type Page, paper } from './page.ts';
import { channelsBlock, footer, proofBlock, scalesBlock, storyBlock } from './portrait-parts.ts';
import { type Block, chapterBlock, headingBlock, sectionBlocks, under } from './sections.ts';
import { cut, fitText, lineHeight, setLines, style, wrap } from './setting.ts';

const { width, height } = paper.a4;
const margin = 42;
const foot = height - 34;
const gap = 26;
const column = (width - 2 * margin - gap) / 2;
const band = 176;
const whole = { scale: 0.96, proofs: true, statements: 100, lines: 60 } as const;

const portrait = ['goals', 'obstacles', 'fears', 'values', 'habits', 'expectations'] as const;
const empathy = ['says', 'thinks', 'does', 'feels', 'pains', 'gains'] as const;
const script = [
  'signs',
  'tone',
  'words-to-use',
  'words-to-avoid',
  'services',
  'contact-rhythm',
  'hard-situations',
] as const;

/** All personas of a workspace: a cover, then each whole, on as many pages as it takes. */
export function booklet(contents: readonly PortraitContent[], words: FrameWords, measure: Measure): Page[] {
  const portraits = contents.flatMap((content) => portraitPages(content, words, measure));
  const pages = 1 + portraits.length;
  return [
    cover(contents, words, measure),
    ...portraits.map((boxes, index) => ({
      width,
      height,
      boxes: [
        ...boxes,
        ...footer(
          words,
          { x: margin, y: foot, width: width - 2 * margin },
          { size: 7.4, legend: true, page: words.page(index + 2, pages) },
          measure,
        ),
      ],
    })),
  ];
}

/** One persona: its head on the first page, then its chapters in two columns. */
function portraitPages(content: PortraitContent, words: FrameWords, measure: Measure): Box[][] {
  const head = headOf(content, measure);
  const flow = createFlow({
    first: head.boxes,
    top: head.bottom + 22,
    again: runningHead(content, measure),
    next: 74,
    bottom: foot - 14,
    columns: [margin, margin + column + gap],
  });
  const setting = { ...whole, width: column };
  const about = [
    scalesBlock(content, { width: column, scale: 1 }, measure),
    channelsBlock(content, { width: column, scale: 1, rows: 6 }, measure),
    proofBlock(content, { width: column, scale: 1, questions: 3 }, measure),
    storyBlock(content, { width: column, scale: 1, lines: 2000 }, measure),
  ];
  for (const block of about) flow.put([block], null, 13);
  const chapter = (title: string | null, sections: readonly Section[]) => {
    const stated = sections
      .map((section) => content.sections[section])
      .filter(({ statements }) => statements.length > 0);
    stated.forEach(({ title: heading, statements }, index) => {
      const blocks = sectionBlocks({ title: heading, statements }, setting, words.more, measure);
      const opens = index === 0 && title !== null;
      const size = { width: column, scale: setting.scale };
      const [first, ...others] = blocks;
      flow.put(
        opens && first ? [under(opening(title, measure), first), ...others] : blocks,
        headingBlock(words.continued(heading), size, measure),
        opens ? 18 : 11,
      );
    });
  };
  chapter(null, portrait);
  // What is behind the portrait begins a page, unless there is no portrait yet or it already took one more.
  const drawn = portrait.some((section) => content.sections[section].statements.length > 0);
  if (drawn && flow.pages().length === 1) flow.page();
  chapter(content.chapters.empathy, empathy);
  chapter(content.chapters.phone, script);
  chapter(content.chapters.apart, criteria);
  return flow.pages();
}

/** On the pages after the first of a portrait: whose it is. */
function runningHead({ name, colour }: PortraitContent, measure: Measure): Box[] {
  const of = style(9, { weight: 500, leading: 1.2 });
  const inner = width - 2 * margin - 16;
  const [line = ''] = cut(wrap(name, of, inner, measure), 1, of, inner, measure);
  return [
    { kind: 'fill', fill: colour, radius: 4, x: margin, y: 41, width: 8, height: 8 },
    ...setLines([line], of, { x: margin + 14, y: 39.6 }, measure, 'note'),
  ];
}

/** A hairline and the name of what begins. */
function opening(title: string, measure: Measure): Block {
  const heading = chapterBlock(title, column, 14, measure);
  return {
    height: heading.height + 8,
    draw: (x, y) => [
      { kind: 'fill', fill: 'line', radius: 0, x, y, width: column, height: 0.7 },
      ...heading.draw(x, y + 8),
    ],
  };
}

function headOf(
  content: PortraitContent,
  measure: Measure,
): { readonly boxes: readonly Box[]; readonly bottom: number } {
  const x = band + 30;
  const inner = width - x - margin;
  const boxes: Box[] = [
    {
      kind: 'picture',
      picture: content.picture,
      colour: content.colour,
      label: content.name,
      x: 0,
      y: 0,
      width: band,
      height: band,
    },
  ];
  const parts = [
    [content.name, style(34, { weight: 700, tracking: -0.022, leading: 1.08 }), 2, 17, 'title', 6],
    [content.quote, style(14, { leading: 1.28 }), 3, 9, 'quote', 6],
    [content.tagline, style(10, { weight: 500 }), 2, 7.5, 'paragraph', 3],
    [content.facts, style(9, { ink: 'muted' }), 2, 7, 'paragraph', 0],
  ] as const;
  const set = parts
    .filter(([text]) => text.trim() !== '')
    .map(([text, of, most, smallest, role, space]) => ({
      ...fitText(text, of, { width: inner, most, smallest }, measure),
      role,
      space,
    }));
  const used = set.reduce(
    (sum, { lines, style: of, space }) => sum + lines.length * lineHeight(of) + space,
    0,
  );
  let at = Math.max(18, (band - used) / 2 + 6);
  for (const { lines, style: of, role, space } of set) {
    boxes.push(...setLines(lines, of, { x, y: at }, measure, role));
    at += lines.length * lineHeight(of) + space;
  }
  return { boxes, bottom: Math.max(band, at) };
}
