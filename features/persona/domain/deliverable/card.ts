import { type FrameWords, type PortraitContent, statedSections } from './content.ts';
import { type Box, type Measure, type Page, paper } from './page.ts';
import { footer, scalesBlock } from './portrait-parts.ts';
import { chapterBlock, fitSections, spread } from './sections.ts';
import { fitText, lineHeight, setLines, style } from './setting.ts';

const margin = 16;
const picture = 138;
/** What an agent needs while the customer speaks. */
const onThePhone = ['signs', 'tone', 'words-to-use', 'words-to-avoid', 'hard-situations'] as const;
/** Where nobody wrote a script: who it is. */
const portrait = ['goals', 'obstacles', 'fears', 'expectations'] as const;

/** A persona in a pocket: two sides of A6, who it is and how to talk with them. */
export const card = (content: PortraitContent, words: FrameWords, measure: Measure): Page[] => [
  front(content, words, measure),
  back(content, words, measure),
];

function front(content: PortraitContent, words: FrameWords, measure: Measure): Page {
  const { width, height } = paper.a6;
  const x = picture + margin;
  const column = width - x - margin;
  const foot = height - 19;
  const scales = scalesBlock(content, { width: column, scale: 0.82 }, measure);
  const boxes: Box[] = [
    {
      kind: 'picture',
      picture: content.picture,
      colour: content.colour,
      label: content.name,
      x: 0,
      y: 0,
      width: picture,
      height,
    },
  ];
  const parts = [
    [content.name, style(30, { weight: 700, tracking: -0.02, leading: 1.1 }), 2, 14, 'title', 7],
    [content.quote, style(15, { leading: 1.28 }), 4, 8.5, 'quote', 7],
    [content.tagline, style(9.4, { weight: 500, leading: 1.35 }), 3, 7, 'paragraph', 4],
    [content.facts, style(8.2, { ink: 'muted', leading: 1.38 }), 4, 6.4, 'paragraph', 0],
  ] as const;
  let at = margin + 4;
  for (const [text, of, most, smallest, role, space] of parts) {
    if (text.trim() === '') continue;
    const fitted = fitText(text, of, { width: column, most, smallest }, measure);
    boxes.push(...setLines(fitted.lines, fitted.style, { x, y: at }, measure, role));
    at += fitted.lines.length * lineHeight(fitted.style) + space;
  }
  const top = foot - 8 - scales.height;
  if (at + 6 <= top) boxes.push(...scales.draw(x, top));
  boxes.push(
    ...footer(
      words,
      { x, y: foot, width: column },
      { size: 5.8, legend: false, page: content.proof.share },
      measure,
    ),
  );
  return { width, height, boxes };
}

function back(content: PortraitContent, words: FrameWords, measure: Measure): Page {
  const { width, height } = paper.a6;
  const column = width - 2 * margin;
  const foot = height - 19;
  const scripted = onThePhone.some((section) => content.sections[section].statements.length > 0);
  const heading = scripted ? content.chapters.phone : content.name;
  const title = chapterBlock(heading, column, 12, measure);
  const top = margin + title.height + 5;
  const said = fitSections(
    scripted
      ? onThePhone.map((section) => content.sections[section])
      : spread(statedSections(content, portrait, 4), 3, words.continued),
    { x: margin, y: top, width: column, height: foot - 8 - top },
    { columns: 3, gap: 14, largest: 1.05, comfortable: 0.76, smallest: 0.6, proofs: false },
    words.more,
    measure,
  );
  return {
    width,
    height,
    boxes: [
      { kind: 'fill', fill: content.colour, radius: 0, x: 0, y: 0, width, height: 5 },
      ...title.draw(margin, margin),
      ...said.boxes,
      ...footer(
        words,
        { x: margin, y: foot, width: column },
        { size: 5.8, legend: true, drawn: content.picture.kind === 'avatar' },
        measure,
      ),
    ],
  };
}
