import type { SaidSection, SaidStatement } from './content.ts';
import type { Box, Measure, TextStyle } from './page.ts';
import { balance, cut, fitText, lineHeight, setLines, style, wrap } from './setting.ts';

/** The heading over several sections. */
export function chapterBlock(title: string, width: number, size: number, measure: Measure): Block {
  const of = style(size, { weight: 700, tracking: -0.01, leading: 1.2 });
  const fitted = fitText(title, of, { width, most: 2, smallest: size * 0.7 }, measure);
  return {
    height: fitted.lines.length * lineHeight(fitted.style) + size * 0.5,
    draw: (x, y) => setLines(fitted.lines, fitted.style, { x, y }, measure, 'heading'),
  };
}

/** Something of known height that is drawn where it is put. */
export type Block = { readonly height: number; draw(x: number, y: number): Box[] };

export type SectionSetting = {
  readonly width: number;
  /** 1: text of 10 points; everything follows. */
  readonly scale: number;
  /** Says what proves each statement, under it. */
  readonly proofs: boolean;
  /** Most statements shown, and most lines of each; what is left out is told. */
  readonly statements: number;
  readonly lines: number;
};

export const headingStyle = (scale: number): TextStyle =>
  style(7.6 * scale, { weight: 700, tracking: 0.07, ink: 'muted', leading: 1.4 });

/** Small capitals would be a font of their own: headings are set in capitals, as the pages do. */
export const heading = (title: string): string => title.toLocaleUpperCase();

/** The blocks of a section: its heading with its first statement, then one block a statement. */
export function sectionBlocks(
  section: SaidSection,
  setting: SectionSetting,
  more: (count: number) => string,
  measure: Measure,
): Block[] {
  const shown = section.statements.slice(0, setting.statements);
  const left = section.statements.length - shown.length;
  const statements = shown.map((statement) => statementBlock(statement, setting, measure));
  const rest = left > 0 ? [noteBlock(more(left), setting, measure)] : [];
  const [first, ...others] = [...statements, ...rest];
  return first ? [under(headingBlock(section.title, setting, measure), first), ...others] : [];
}

export const blocksHeight = (blocks: readonly Block[]): number =>
  blocks.reduce((height, block) => height + block.height, 0);

export function drawBlocks(blocks: readonly Block[], x: number, y: number): Box[] {
  let at = y;
  return blocks.flatMap((block) => {
    const boxes = block.draw(x, at);
    at += block.height;
    return boxes;
  });
}

export function headingBlock(
  title: string,
  { width, scale }: Pick<SectionSetting, 'width' | 'scale'>,
  measure: Measure,
): Block {
  const of = headingStyle(scale);
  const lines = cut(wrap(heading(title), of, width, measure), 2, of, width, measure);
  return {
    height: lines.length * lineHeight(of) + 3 * scale,
    draw: (x, y) => setLines(lines, of, { x, y }, measure, 'heading'),
  };
}

/** A statement: its dot, what it says, what to answer, what proves it. */
function statementBlock(statement: SaidStatement, setting: SectionSetting, measure: Measure): Block {
  const { scale } = setting;
  const dot = 5.6 * scale;
  const indent = 11 * scale;
  const width = setting.width - indent;
  const text = style(10 * scale, { leading: 1.32 });
  const answer = style(9 * scale, { leading: 1.32, ink: 'muted' });
  const proof = style(7.4 * scale, { leading: 1.35, ink: 'muted' });
  const set = (said: string, of: TextStyle, most: number) =>
    cut(balance(said, of, width, measure), most, of, width, measure);
  const parts = [
    [set(statement.text, text, setting.lines), text],
    [set(statement.answer, answer, setting.lines), answer],
    [setting.proofs ? set(statement.proof, proof, Math.min(3, setting.lines)) : [], proof],
  ] as const;
  const height = parts.reduce((sum, [lines, of]) => sum + lines.length * lineHeight(of), 0);
  return {
    height: height + 4.6 * scale,
    draw(x, y) {
      let at = y;
      const boxes: Box[] = [
        {
          kind: 'dot',
          state: statement.state,
          x,
          y: y + (lineHeight(text) - dot) / 2,
          width: dot,
          height: dot,
        },
      ];
      for (const [lines, of] of parts) {
        boxes.push(...setLines(lines, of, { x: x + indent, y: at }, measure));
        at += lines.length * lineHeight(of);
      }
      return boxes;
    },
  };
}

function noteBlock(text: string, { width, scale }: SectionSetting, measure: Measure): Block {
  const of = style(8 * scale, { ink: 'muted' });
  const indent = 11 * scale;
  const lines = cut(wrap(text, of, width - indent, measure), 2, of, width - indent, measure);
  return {
    height: lines.length * lineHeight(of) + 4 * scale,
    draw: (x, y) => setLines(lines, of, { x: x + indent, y }, measure, 'note'),
  };
}

/** Two blocks as one: they stay together. */
export const under = (upper: Block, lower: Block): Block => ({
  height: upper.height + lower.height,
  draw: (x, y) => [...upper.draw(x, y), ...lower.draw(x, y + upper.height)],
});

/** Cuts a section that is longer than all others together, so that one long list does not stand beside nothing. */
export function spread(
  sections: readonly SaidSection[],
  columns: number,
  continued: (title: string) => string,
): SaidSection[] {
  const lengths = sections.map(({ statements }) => statements.length);
  const longest = Math.max(0, ...lengths);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  if (longest < 4 || 2 * longest <= all) return [...sections];
  const at = lengths.indexOf(longest);
  const { title, statements } = sections[at]!;
  const parts = Math.min(columns, Math.floor(longest / 2));
  const size = Math.ceil(longest / parts);
  return sections.flatMap((section, index) =>
    index !== at
      ? [section]
      : Array.from({ length: parts }, (_, part) => ({
          title: part === 0 ? title : continued(title),
          statements: statements.slice(part * size, (part + 1) * size),
        })),
  );
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * Whole sections side by side in columns, in their order, as large as they fit and as even as they can be; each section
 * stays in one piece. Where they do not fit at the smallest size, statements are left out, and it is told how many.
 * `used`: the height they take.
 */
export function fitSections(
  sections: readonly SaidSection[],
  area: Area,
  options: {
    readonly columns: number;
    readonly gap: number;
    readonly largest: number;
    /** Text is not set smaller than this before statements are left out … */
    readonly comfortable: number;
    /** … and then, with few of them left, never smaller than this. */
    readonly smallest: number;
    readonly proofs: boolean;
  },
  more: (count: number) => string,
  measure: Measure,
): { readonly boxes: readonly Box[]; readonly used: number } {
  const stated = sections.filter(({ statements }) => statements.length > 0);
  if (stated.length === 0) return { boxes: [], used: 0 };
  const columns = Math.min(options.columns, stated.length);
  const width = (area.width - (columns - 1) * options.gap) / columns;
  const layOut = ({ scale, statements, lines }: Attempt) => {
    const setting = { width, scale, statements, lines, proofs: options.proofs };
    const blocks = stated.map((section) => sectionBlocks(section, setting, more, measure));
    const space = 11 * scale;
    return { blocks, space, ...partition(blocks.map(blocksHeight), columns, space) };
  };
  const all = attempts(options);
  // What is smaller or shorter takes no more room: the first that fits is found by halving.
  let from = 0;
  let to = all.length - 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (layOut(all[middle] as Attempt).height <= area.height) to = middle;
    else from = middle + 1;
  }
  let found = layOut(all[from] as Attempt);
  // Lines that are evened out may take a line more at a smaller size: then the next that fits.
  while (found.height > area.height && from < all.length - 1) found = layOut(all[++from] as Attempt);
  if (found.height > area.height) return { boxes: [], used: 0 };
  const boxes = found.columns.flatMap((indices, column) => {
    let y = area.y;
    return indices.flatMap((index) => {
      const blocks = found.blocks[index] ?? [];
      const drawn = drawBlocks(blocks, area.x + column * (width + options.gap), y);
      y += blocksHeight(blocks) + found.space;
      return drawn;
    });
  });
  return { boxes, used: found.height };
}

type Attempt = Pick<SectionSetting, 'scale' | 'statements' | 'lines'>;

/** From large and whole to fewer statements, then to smaller ones, then to fewer and shorter still. */
function attempts(sizes: {
  readonly largest: number;
  readonly comfortable: number;
  readonly smallest: number;
}): Attempt[] {
  const { largest, comfortable, smallest } = sizes;
  return [
    ...between(largest, comfortable).map((scale) => ({ scale, statements: 12, lines: 8 })),
    { scale: comfortable, statements: 12, lines: 4 },
    ...[7, 6, 5, 4, 3, 2].map((statements) => ({ scale: comfortable, statements, lines: 3 })),
    ...between(comfortable, smallest).map((scale) => ({ scale, statements: 2, lines: 3 })),
    ...[2, 1].map((statements) => ({ scale: smallest, statements, lines: 2 })),
    { scale: smallest, statements: 1, lines: 1 },
  ];
}

/** Sizes from one to the other, a thirtieth smaller each time; both belong to them. */
function between(large: number, small: number): number[] {
  const steps = Math.ceil(Math.log(large / small) / 0.035);
  return Array.from(
    { length: steps + 1 },
    (_, step) => large * (small / large) ** (step / Math.max(1, steps)),
  );
}

/** Consecutive sections into columns so that the highest column is as low as can be. */
function partition(
  heights: readonly number[],
  columns: number,
  space: number,
): { readonly columns: readonly (readonly number[])[]; readonly height: number } {
  const best = new Map<string, { columns: number[][]; height: number }>();
  const solve = (from: number, left: number): { columns: number[][]; height: number } => {
    const key = `${from} ${left}`;
    const known = best.get(key);
    if (known) return known;
    let found: { columns: number[][]; height: number } = { columns: [], height: Number.POSITIVE_INFINITY };
    let height = -space;
    for (let to = from; to < heights.length; to++) {
      height += (heights[to] ?? 0) + space;
      const last = left === 1;
      if (last && to < heights.length - 1) continue;
      const rest = to === heights.length - 1 ? { columns: [], height: 0 } : solve(to + 1, left - 1);
      const worst = Math.max(height, rest.height);
      if (worst >= found.height) continue;
      const mine = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      found = { columns: [mine, ...rest.columns], height: worst };
    }
    best.set(key, found);
    return found;
  };
  return solve(0, columns);
}
