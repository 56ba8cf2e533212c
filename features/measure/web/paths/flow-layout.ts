import { linkHorizontal } from 'd3-shape';
import type { FlowEnd, FlowLink, FlowPlace } from '#measure/domain/paths/flow.ts';
import { flowEnds } from '#measure/domain/paths/flow.ts';

/** A place, the others together or an end on a picture. Sizes in pixels. */
export type FlowBox = {
  readonly id: string;
  readonly place: FlowPlace | { readonly at: FlowEnd };
  /** From 0, left to right (by rank) or top to bottom (process). */
  readonly position: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly passages: number;
};

export type FlowBand = {
  readonly id: string;
  readonly link: FlowLink;
  readonly path: string;
  readonly thickness: number;
  /** Where the time between the two is written. */
  readonly middle: { readonly x: number; readonly y: number };
};

export type FlowDrawing = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FlowBox[];
  readonly bands: readonly FlowBand[];
};

export const idOf = (place: FlowPlace | { readonly at: FlowEnd | 'begin' }): string =>
  place.at === 'place' ? `=${place.key}` : place.at;

const isEnd = (at: string): at is FlowEnd => (flowEnds as readonly string[]).includes(at);

const boxWidth = 10;
/** Room for two lines of words beside a box, however thin. */
const spacing = 36;
const flowHeight = 260;

/** A picture by rank: a column per rank, then where journeys are after the last one drawn. Thickness: journeys. */
export function layByRank(links: readonly FlowLink[], ranks: number, width: number): FlowDrawing {
  type Node = {
    place: FlowBox['place'];
    column: number;
    entered: number;
    y: number;
    height: number;
    sum: number;
  };
  const nodes = new Map<string, Node>();
  const nodeAt = (column: number, place: FlowBox['place']): Node => {
    const id = `${column} ${idOf(place)}`;
    const found = nodes.get(id) ?? { place, column, entered: 0, y: 0, height: 0, sum: 0 };
    nodes.set(id, found);
    return found;
  };
  const joined: { link: FlowLink; from: Node; to: Node }[] = [];
  for (const link of links) {
    const rank = link.rank ?? 0;
    const to = nodeAt(rank, link.to);
    to.entered += link.passages;
    if (link.from.at !== 'begin') joined.push({ link, from: nodeAt(rank - 1, link.from), to });
  }
  const columns = Array.from({ length: ranks + 1 }, (_, column) =>
    [...nodes.values()].filter((node) => node.column === column),
  ).filter((column) => column.length > 0);
  const all = Math.max(1, ...columns.map((column) => column.reduce((sum, { entered }) => sum + entered, 0)));
  const scale = flowHeight / all;
  const heightOf = (column: readonly Node[]) =>
    column.reduce((sum, { entered }) => sum + Math.max(2, entered * scale) + spacing, 0);
  for (const [at, column] of columns.entries()) {
    // Beside what it mostly comes from, so that few bands cross; the ends under everything else.
    if (at > 0)
      for (const { from, to, link } of joined)
        if (to.column === column[0]?.column) to.sum += (from.y + from.height / 2) * link.passages;
    const middleOf = (node: Node) => (at === 0 ? -node.entered : node.sum / Math.max(1, node.entered));
    column.sort(
      (a, b) =>
        endRank(a.place.at) - endRank(b.place.at) || middleOf(a) - middleOf(b) || b.entered - a.entered,
    );
    let y = 26;
    for (const node of column) {
      node.y = y;
      node.height = Math.max(2, node.entered * scale);
      y += node.height + spacing;
    }
  }
  const last = Math.max(1, columns.length);
  // The last column needs room for its words too.
  const step = (width - boxWidth) / last;
  const x = ({ column }: Node) => column * step;
  const out = new Map<Node, number>();
  const into = new Map<Node, number>();
  const take = (from: Map<Node, number>, node: Node, thickness: number) => {
    const before = from.get(node) ?? 0;
    from.set(node, before + thickness);
    return node.y + before + thickness / 2;
  };
  const starts = new Map<FlowLink, number>();
  for (const { link, from } of joined.toSorted((a, b) => a.to.y - b.to.y)) {
    starts.set(link, take(out, from, link.passages * scale));
  }
  const curve = linkHorizontal<unknown, [number, number]>();
  const bands = joined
    .toSorted((a, b) => a.from.y - b.from.y)
    .map(({ link, from, to }): FlowBand => {
      const thickness = link.passages * scale;
      const start = starts.get(link) ?? from.y;
      const end = take(into, to, thickness);
      const [x0, x1] = [x(from) + boxWidth, x(to)];
      return {
        id: linkId(link),
        link,
        path: curve({ source: [x0, start], target: [x1, end] }) ?? '',
        thickness: Math.max(1, thickness),
        middle: { x: x1 - 6, y: end },
      };
    });
  return {
    width,
    height: Math.max(120, ...columns.map(heightOf)) + 26,
    boxes: columns.flat().map((node) => ({
      id: `${node.column} ${idOf(node.place)}`,
      place: node.place,
      position: node.column,
      x: x(node),
      y: node.y,
      width: boxWidth,
      height: node.height,
      passages: node.entered,
    })),
    bands,
  };
}

export const linkId = ({ rank, from, to }: FlowLink): string => `${rank ?? ''} ${idOf(from)} > ${idOf(to)}`;

const endRank = (at: string): number => (isEnd(at) ? 2 + flowEnds.indexOf(at) : at === 'other' ? 1 : 0);

const rowHeight = 58;
const rowGap = 26;

/**
 * A map of the process: places under one another in the order journeys mostly take them; what goes forward bows to the
 * right, what comes back to the left. Thickness: passages.
 */
export function layProcess(links: readonly FlowLink[], width: number): FlowDrawing {
  const between = links.filter(
    (link): link is FlowLink & { from: FlowPlace; to: FlowPlace } =>
      link.from.at !== 'begin' && !isEnd(link.to.at),
  );
  const entered = new Map<string, number>();
  const places = new Map<string, FlowPlace>();
  for (const { to, passages } of links) {
    if (to.at !== 'place' && to.at !== 'other') continue;
    places.set(idOf(to), to);
    entered.set(idOf(to), (entered.get(idOf(to)) ?? 0) + passages);
  }
  const order = mostlyForward([...places.keys()], links);
  const side = width < 600 ? width * 0.15 : Math.min(width * 0.26, 280);
  const boxLeft = side;
  const boxRight = width - side;
  const y = (row: number) => 8 + row * (rowHeight + rowGap);
  const thick = 18 / Math.max(1, ...between.map(({ passages }) => passages));
  const bands = between.map((link): FlowBand => {
    const [i, j] = [order.indexOf(idOf(link.from)), order.indexOf(idOf(link.to))];
    const thickness = Math.max(1, link.passages * thick);
    if (j === i + 1) {
      const x = width / 2;
      const [top, bottom] = [y(i) + rowHeight, y(j)];
      return {
        id: linkId(link),
        link,
        path: `M${x},${top}L${x},${bottom}`,
        thickness,
        middle: { x: x + 14, y: (top + bottom) / 2 },
      };
    }
    const forward = j > i;
    const edge = forward ? boxRight : boxLeft;
    const reach = side * (0.25 + 0.65 * (Math.abs(j - i) / Math.max(1, order.length - 1)));
    const far = edge + (forward ? reach : -reach);
    const [a, b] = [y(i) + rowHeight * (i === j ? 0.75 : 0.65), y(j) + rowHeight * (i === j ? 0.25 : 0.35)];
    return {
      id: linkId(link),
      link,
      path: `M${edge},${a}C${far},${a} ${far},${b} ${edge},${b}`,
      thickness,
      middle: { x: edge + (far - edge) * 0.75, y: (a + b) / 2 },
    };
  });
  return {
    width,
    height: y(order.length) - rowGap + 8,
    boxes: order.flatMap((id, row) => {
      const place = places.get(id);
      return place
        ? [
            {
              id,
              place,
              position: row,
              x: boxLeft,
              y: y(row),
              width: boxRight - boxLeft,
              height: rowHeight,
              passages: entered.get(id) ?? 0,
            },
          ]
        : [];
    }),
    bands,
  };
}

/** Places in an order in which most passages go forward (Eades, Lin & Smyth 1993, taking the best next place greedily). */
function mostlyForward(ids: readonly string[], links: readonly FlowLink[]): string[] {
  const left = new Set(ids);
  const order: string[] = [];
  while (left.size > 0) {
    const lead = (id: string): number =>
      links.reduce((sum, { from, to, passages }) => {
        const [a, b] = [idOf(from), idOf(to)];
        if (a === b) return sum;
        const leaves = a === id && (left.has(b) || isEnd(b));
        const comes = b === id && left.has(a);
        // Who begins here comes from nowhere else.
        const begins = b === id && a === 'begin';
        return sum + (leaves && !isEnd(b) ? passages : 0) + (begins ? passages : 0) - (comes ? passages : 0);
      }, 0);
    const [next] = [...left]
      .map((id) => ({ id, lead: lead(id) }))
      .sort((a, b) => b.lead - a.lead || (a.id < b.id ? -1 : 1));
    if (!next) break;
    order.push(next.id);
    left.delete(next.id);
  }
  return order;
}
