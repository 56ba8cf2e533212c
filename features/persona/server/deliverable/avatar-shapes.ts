import { SaxesParser } from 'saxes';

/*
 * A drawn face as shapes that a PDF can draw. Reads the part of SVG that the style "Personas" uses: paths, circles,
 * ellipses and rectangles filled with one colour, groups moved or masked, masks made of shapes, and one kind of mask that
 * fades from top to bottom.
 */

type Gradient = {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly stops: readonly { readonly offset: number; readonly opacity: number }[];
};

export type Shape =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill: string;
      readonly opacity: number;
      readonly evenOdd: boolean;
      /** Fades the fill out. */
      readonly fade: Gradient | undefined;
    }
  | {
      readonly kind: 'group';
      readonly translate: readonly [x: number, y: number];
      /** Paths within which it shows; none: everywhere. */
      readonly clip: readonly string[];
      readonly shapes: readonly Shape[];
    };

type Attributes = Readonly<Record<string, string>>;
type Node = { readonly name: string; readonly attributes: Attributes; readonly children: Node[] };

/** The shapes of a face, in a square of 64. */
export function avatarShapes(svg: string): Shape[] {
  const root = parse(svg);
  const masks = new Map<string, Node>();
  const gradients = new Map<string, Gradient>();
  collect(root, masks, gradients);
  const fadeOf = (fill: string | undefined): Gradient | undefined => gradients.get(named(fill));

  const shapesOf = (node: Node, fill: string, fade: Gradient | undefined): Shape[] =>
    node.children.flatMap((child): Shape[] => {
      const { name, attributes } = child;
      const own = attributes.fill ?? fill;
      if (name === 'g') {
        const mask = masks.get(named(attributes.mask));
        const outlines = mask?.children.flatMap((one) => outlineOf(one) ?? []) ?? [];
        const fading = mask?.children.map((one) => fadeOf(one.attributes.fill)).find(Boolean);
        return [
          {
            kind: 'group',
            translate: translationOf(attributes.transform),
            clip: outlines,
            shapes: shapesOf(child, own, fading ?? fade),
          },
        ];
      }
      const d = outlineOf(child);
      if (d === undefined || own === 'none') return [];
      return [
        {
          kind: 'path',
          d,
          fill: own,
          opacity: Number(attributes.opacity ?? attributes['fill-opacity'] ?? 1),
          evenOdd: attributes['fill-rule'] === 'evenodd',
          fade,
        },
      ];
    });
  return shapesOf(root, 'none', undefined);
}

function parse(svg: string): Node {
  const root: Node = { name: 'root', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Attributes, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.write(svg).close();
  return root.children[0] ?? root;
}

function collect(node: Node, masks: Map<string, Node>, gradients: Map<string, Gradient>): void {
  for (const child of node.children) {
    const { id, x1, y1, x2, y2 } = child.attributes;
    if (id !== undefined && child.name === 'mask') masks.set(id, child);
    if (id !== undefined && child.name === 'linearGradient') {
      gradients.set(id, {
        from: [Number(x1 ?? 0), Number(y1 ?? 0)],
        to: [Number(x2 ?? 0), Number(y2 ?? 0)],
        stops: child.children.map(({ attributes }) => ({
          offset: Number(attributes.offset ?? 0),
          opacity: Number(attributes['stop-opacity'] ?? 1),
        })),
      });
    }
    collect(child, masks, gradients);
  }
}

/** `url(#a)` → `a`. */
const named = (reference: string | undefined): string => /^url\(#(.+)\)$/.exec(reference ?? '')?.[1] ?? '';

function translationOf(transform: string | undefined): readonly [number, number] {
  const [x = 0, y = 0] = (/^translate\(([^)]*)\)$/.exec(transform ?? '')?.[1] ?? '')
    .split(/[\s,]+/)
    .map(Number);
  return [x, y];
}

/** A shape as a path; undefined for what is none. */
function outlineOf({ name, attributes }: Node): string | undefined {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  if (name === 'path') return attributes.d;
  if (name === 'rect') {
    const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
    const radius = Math.min(number('rx'), width / 2, height / 2);
    if (radius === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
    const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
    return `M${x + radius} ${y}h${width - 2 * radius}${corner(radius, radius)}v${height - 2 * radius}${corner(-radius, radius)}h${2 * radius - width}${corner(-radius, -radius)}v${2 * radius - height}${corner(radius, -radius)}Z`;
  }
  if (name === 'circle' || name === 'ellipse') {
    const rx = number(name === 'circle' ? 'r' : 'rx');
    const ry = number(name === 'circle' ? 'r' : 'ry');
    const half = (dx: number) => `a${rx} ${ry} 0 1 0 ${dx} 0`;
    return `M${number('cx') - rx} ${number('cy')}${half(2 * rx)}${half(-2 * rx)}Z`;
  }
  return undefined;
}
