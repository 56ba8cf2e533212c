import type { FrameWords, PortraitContent } from './content.ts';
import { type Box, type Frame, type Measure, type Page, paper } from './page.ts';
import { footer } from './portrait-parts.ts';
import { fitText, lineHeight, setLines, style } from './setting.ts';

const { width, height } = paper.a4;
const margin = 42;
const foot = height - 34;

/** The first page of a booklet: whose personas, how many, and their faces. */
export function cover(contents: readonly PortraitContent[], words: FrameWords, measure: Measure): Page {
  const inner = width - 2 * margin;
  const workspace = fitText(
    words.workspace,
    style(15, { weight: 500, ink: 'muted' }),
    { width: inner, most: 2, smallest: 10 },
    measure,
  );
  const title = fitText(
    words.booklet.title,
    style(58, { weight: 700, tracking: -0.03, leading: 1.05 }),
    { width: inner, most: 2, smallest: 30 },
    measure,
  );
  const count = style(15, { ink: 'muted' });
  let at = 78;
  const boxes: Box[] = setLines(workspace.lines, workspace.style, { x: margin, y: at }, measure, 'note');
  at += workspace.lines.length * lineHeight(workspace.style) + 10;
  boxes.push(...setLines(title.lines, title.style, { x: margin, y: at }, measure, 'title'));
  at += title.lines.length * lineHeight(title.style) + 12;
  boxes.push(...setLines([words.booklet.count], count, { x: margin, y: at }, measure, 'note'));
  at += lineHeight(count) + 34;
  boxes.push(...faces(contents, { x: margin, y: at, width: inner, height: foot - 24 - at }, words, measure));
  boxes.push(
    ...footer(
      words,
      { x: margin, y: foot, width: inner },
      { size: 7.4, legend: false, drawn: contents.some(({ picture }) => picture.kind === 'avatar') },
      measure,
    ),
  );
  return { width, height, boxes };
}

/** Between faces, and under each for its name. */
const space = 18;
const named = 36;
const smallest = 60;

/** The faces with their names, as large as they all fit; those that find no room are counted. */
function faces(
  contents: readonly PortraitContent[],
  area: Frame,
  words: FrameWords,
  measure: Measure,
): Box[] {
  const { across, side } = grid(contents.length, area);
  const rows = Math.max(1, Math.floor(area.height / (side + named)));
  const all = contents.length <= across * rows;
  const shown = all ? contents : contents.slice(0, across * rows - 1);
  const place = (index: number) => ({
    x: area.x + (index % across) * (side + space),
    y: area.y + Math.floor(index / across) * (side + named),
  });
  const boxes = shown.flatMap((content, index): Box[] => {
    const at = place(index);
    const of = style(13, { weight: 500, leading: 1.15 });
    const said = fitText(content.name, of, { width: side, most: 2, smallest: 8 }, measure);
    const { name: label, picture, colour } = content;
    return [
      { kind: 'picture', picture, colour, label, ...at, width: side, height: side },
      ...setLines(said.lines, said.style, { x: at.x, y: at.y + side + 5 }, measure),
    ];
  });
  if (all) return boxes;
  const of = style(10, { ink: 'muted', leading: 1.2 });
  const left = words.more(contents.length - shown.length);
  const said = fitText(left, of, { width: side, most: 4, smallest: 6 }, measure);
  return [...boxes, ...setLines(said.lines, said.style, place(shown.length), measure)];
}

/** How many faces stand in a row so that all are as large as can be, and not smaller than a face is known by. */
function grid(count: number, area: Frame): { readonly across: number; readonly side: number } {
  const sideOf = (across: number): number =>
    Math.min((area.width - (across - 1) * space) / across, area.height / Math.ceil(count / across) - named);
  const most = Math.floor((area.width + space) / (smallest + space));
  const choices = Array.from({ length: most }, (_, index) => index + 1);
  const across = choices.reduce((best, next) => (sideOf(next) > sideOf(best) ? next : best), 1);
  return sideOf(across) >= smallest
    ? { across, side: Math.min(sideOf(across), 300) }
    : { across: most, side: (area.width - (most - 1) * space) / most };
}
