import { type FrameWords, type PortraitContent, statedSections } from './content.ts';
import { type Box, type Measure, type Page, paper } from './page.ts';
import { channelsBlock, footer, proofBlock, scalesBlock, storyBlock, storyLines } from './portrait-parts.ts';
import { type Block, chapterBlock, fitSections, spread } from './sections.ts';
import { balance, fitText, lineHeight, setLines, style } from './setting.ts';

const margin = 36;
const left = 356;
/** Height of the picture, and the most it takes where little stands under it. */
const picture = 372;
const tallest = 520;
/** What the wall shows of a portrait, in reading order. */
const shown = [
  'goals',
  'obstacles',
  'expectations',
  'fears',
  'feels',
  'values',
  'habits',
  'pains',
  'gains',
] as const;
const onThePhone = ['tone', 'words-to-use', 'words-to-avoid'] as const;

/** A persona on a wall: one sheet of A3, read from three metres by its face, its name and what it says. */
export function poster(content: PortraitContent, words: FrameWords, measure: Measure): Page {
  const { width, height } = paper.a3;
  const x = left + 2 * margin - 20;
  const column = width - x - margin;
  const foot = height - 32;
  const head = headOf(content, { x, y: 40, width: column }, measure);
  const band = bandOf(content, words, { x, width: column, bottom: foot - 14 }, measure);
  const body = fitSections(
    spread(statedSections(content, shown, 9), 3, words.continued),
    { x, y: head.bottom, width: column, height: band.top - 16 - head.bottom },
    { columns: 3, gap: 26, largest: 1.75, comfortable: 1.02, smallest: 0.72, proofs: true },
    words.more,
    measure,
  );
  const side = sideOf(
    content,
    { x: margin, y: picture + 26, width: left - margin - 4, bottom: foot - 14 },
    measure,
  );
  return {
    width,
    height,
    boxes: [
      {
        kind: 'picture',
        picture: content.picture,
        colour: content.colour,
        label: content.name,
        x: 0,
        y: 0,
        width: left + 16,
        height: picture + side.free,
      },
      ...head.boxes,
      ...body.boxes,
      ...band.boxes,
      ...side.boxes,
      ...footer(
        words,
        { x: margin, y: foot, width: width - 2 * margin },
        { size: 8, legend: true, drawn: content.picture.kind === 'avatar' },
        measure,
      ),
    ],
  };
}

type Column = { readonly x: number; readonly y: number; readonly width: number };

function headOf(content: PortraitContent, { x, y, width }: Column, measure: Measure) {
  const large = style(64, { weight: 700, tracking: -0.025, leading: 1.08 });
  // On one line while it is large; a long name takes two.
  const short = fitText(content.name, large, { width, most: 1, smallest: 46 }, measure);
  const whole = balance(content.name, short.style, width, measure).length === 1;
  const parts = [
    [content.name, whole ? large : { ...large, size: 48 }, whole ? 1 : 2, 30, 'title', 10],
    [content.quote, style(25, { leading: 1.25, tracking: -0.01 }), 3, 15, 'quote', 12],
    [content.tagline, style(15, { weight: 500, leading: 1.35 }), 2, 11, 'paragraph', 5],
    [content.facts, style(12.5, { ink: 'muted', leading: 1.4 }), 2, 10, 'paragraph', 0],
  ] as const;
  const boxes: Box[] = [];
  let at = y;
  for (const [text, of, most, smallest, role, space] of parts) {
    if (text.trim() === '') continue;
    const fitted = fitText(text, of, { width, most, smallest }, measure);
    boxes.push(...setLines(fitted.lines, fitted.style, { x, y: at }, measure, role));
    at += fitted.lines.length * lineHeight(fitted.style) + space;
  }
  return { boxes, bottom: at + 20 };
}

/** At the foot of the sheet, what to say and what not to: on a tint, because it is for the telephone. */
function bandOf(
  content: PortraitContent,
  words: FrameWords,
  { x, width, bottom }: { readonly x: number; readonly width: number; readonly bottom: number },
  measure: Measure,
): { readonly boxes: readonly Box[]; readonly top: number } {
  const inside = 16;
  const title = chapterBlock(content.chapters.phone, width - 2 * inside, 14, measure);
  const said = fitSections(
    onThePhone.map((section) => content.sections[section]),
    { x: x + inside, y: 0, width: width - 2 * inside, height: 150 },
    { columns: 3, gap: 26, largest: 1.2, comfortable: 0.98, smallest: 0.72, proofs: false },
    words.more,
    measure,
  );
  if (said.boxes.length === 0) return { boxes: [], top: bottom };
  const height = inside + title.height + 4 + said.used + inside - 6;
  const top = bottom - height;
  const down = top + inside + title.height + 4;
  return {
    top,
    boxes: [
      { kind: 'fill', fill: 'tint', radius: 8, x, y: top, width, height },
      ...title.draw(x + inside, top + inside),
      ...said.boxes.map((box) => ({ ...box, y: box.y + down })),
    ],
  };
}

/**
 * Under the picture: what they expect, how to reach them, their story, and what it all rests on. `free`: how much of the
 * column nobody filled; the picture takes it.
 */
function sideOf(
  content: PortraitContent,
  { x, y, width, bottom }: Column & { readonly bottom: number },
  measure: Measure,
): { readonly boxes: readonly Box[]; readonly free: number } {
  const scale = 1.12;
  const space = 12;
  const proof = proofBlock(content, { width, scale, questions: 0 }, measure);
  const upper = [
    scalesBlock(content, { width, scale }, measure),
    channelsBlock(content, { width, scale, rows: 3 }, measure),
  ].filter(({ height }) => height > 0);
  const taken = upper.reduce((sum, { height }) => sum + height + space, 0);
  const room = bottom - proof.height - y - taken - space;
  const story = storyBlock(content, { width, scale: 1.05, lines: storyLines(room, 1.05) }, measure);
  const blocks: Block[] = [...upper, ...(story.height > 0 ? [story] : [])];
  const used = blocks.reduce((sum, { height }) => sum + height + space, 0);
  const free = Math.min(tallest - picture, Math.max(0, bottom - proof.height - y - used - 2 * space));
  const boxes: Box[] = [];
  let at = y + free;
  for (const block of blocks) {
    boxes.push(...block.draw(x, at));
    at += block.height + space;
  }
  return { boxes: [...boxes, ...proof.draw(x, bottom - proof.height)], free };
}
