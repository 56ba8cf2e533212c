import type { Box } from './page.ts';
import { type Block, blocksHeight, drawBlocks } from './sections.ts';

type FlowOptions = {
  /** What stands on the first page, and where its columns begin under it. */
  readonly first: readonly Box[];
  readonly top: number;
  /** What stands on the pages after it, and where their columns begin. */
  readonly again: readonly Box[];
  readonly next: number;
  readonly bottom: number;
  /** Left edges of the columns. */
  readonly columns: readonly number[];
};

/** A block shorter than this share of a page goes to the next column in one piece rather than being split. */
const keptWhole = 0.42;

/** Blocks one after the other down the columns of as many pages as they take. Nothing is left out. */
export function createFlow({ first, top, again, next, bottom, columns }: FlowOptions) {
  const pages: Box[][] = [[...first]];
  let side = 0;
  let start = top;
  let at = top;
  const page = () => {
    pages.push([...again]);
    side = 0;
    start = next;
    at = start;
  };
  const column = () => {
    if (side === columns.length - 1) return page();
    side += 1;
    at = start;
  };
  const place = (blocks: readonly Block[]) => {
    pages.at(-1)?.push(...drawBlocks(blocks, columns[side] ?? 0, at));
    at += blocksHeight(blocks);
  };
  return {
    /** `heading`: over what goes on in another column. `space`: above, unless a column begins here. */
    put(blocks: readonly Block[], heading: Block | null, space: number): void {
      const high = blocksHeight(blocks);
      if (high === 0) return;
      if (at > start) at += space;
      if (at + high > bottom && at > start && high <= (bottom - next) * keptWhole) column();
      blocks.forEach((block, index) => {
        const head = heading !== null && index > 0 ? heading : null;
        const whole = block.height + (head?.height ?? 0) <= bottom - Math.max(top, next);
        for (const piece of whole ? [block] : slices(block)) {
          if (at + piece.height > bottom) {
            column();
            if (head) place([head]);
          }
          place([piece]);
        }
      });
    },
    /** What follows begins a page, unless one has just begun. */
    page(): void {
      if (at > start || side > 0) page();
    },
    pages: (): Box[][] => (at === next && side === 0 && pages.length > 1 ? pages.slice(0, -1) : pages),
  };
}

/** A block that no column holds, cut between its lines: what stands side by side stays so. */
function slices(block: Block): Block[] {
  const boxes = block.draw(0, 0).toSorted((a, b) => a.y - b.y);
  const rows: { top: number; bottom: number; boxes: Box[] }[] = [];
  for (const box of boxes) {
    const last = rows.at(-1);
    if (last && box.y < last.bottom - 0.01) {
      last.boxes.push(box);
      last.bottom = Math.max(last.bottom, box.y + box.height);
    } else rows.push({ top: box.y, bottom: box.y + box.height, boxes: [box] });
  }
  return rows.map(({ top, boxes: held }, index) => ({
    height: (rows[index + 1]?.top ?? block.height) - top,
    draw: (x, y) => held.map((box) => ({ ...box, x: box.x + x, y: box.y - top + y })),
  }));
}
