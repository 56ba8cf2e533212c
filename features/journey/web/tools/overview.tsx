import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { cardTone } from '../canvas/lane-tone.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import classes from './tools.module.css';

type OverviewProps = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly model: GridModel;
};

const width = 184;
const lowest = 48;
const highest = 150;

/**
 * The whole map as a small picture, with the window on it; dragging the window scrolls the map. For the eye and the
 * hand only: who uses the keyboard or a screen reader has the map itself as a table, and passes over this.
 */
export function Overview({ frame, model }: OverviewProps) {
  const { view } = useMapContext();
  const zoom = useView(view, (state) => state.zoom);
  const box = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const scrollerOf = () => frame.current?.querySelector<HTMLElement>('[data-scroller]') ?? null;

  // Drawn when the page has nothing better to do: typing and scrolling never wait for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is another picture
  useEffect(() => {
    const scroller = scrollerOf();
    if (!scroller) return;
    const draw = () => {
      const { current } = picture;
      if (current && box.current) paint(current, box.current, scroller, model);
      place();
    };
    const place = () => {
      const { current } = pane;
      if (!current || !box.current) return;
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
      const [x, y] = [width / scrollWidth, box.current.clientHeight / scrollHeight];
      current.style.transform = `translate(${scroller.scrollLeft * x}px, ${scroller.scrollTop * y}px)`;
      current.style.width = `${clientWidth * x}px`;
      current.style.height = `${clientHeight * y}px`;
    };
    let drawing = window.setTimeout(draw, 250);
    let placing = 0;
    const onScroll = () => {
      cancelAnimationFrame(placing);
      placing = requestAnimationFrame(place);
    };
    const sizes = new ResizeObserver(() => {
      window.clearTimeout(drawing);
      drawing = window.setTimeout(draw, 120);
    });
    sizes.observe(scroller);
    const grid = scroller.querySelector('[role="grid"]');
    if (grid) sizes.observe(grid);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.clearTimeout(drawing);
      cancelAnimationFrame(placing);
      sizes.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [model, zoom]);

  const lead = (event: PointerEvent<HTMLDivElement>) => {
    const scroller = scrollerOf();
    if (!scroller || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, top, height } = event.currentTarget.getBoundingClientRect();
    scroller.scrollTo(
      ((event.clientX - left) / width) * scroller.scrollWidth - scroller.clientWidth / 2,
      ((event.clientY - top) / height) * scroller.scrollHeight - scroller.clientHeight / 2,
    );
  };
  return (
    <div
      ref={box}
      className={classes.overview}
      style={{ width }}
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        lead(event);
      }}
      onPointerMove={lead}
    >
      <canvas ref={picture} />
      <div ref={pane} className={classes.pane} />
    </div>
  );
}

/** Draws the map in small: heads, one bar for each card in the colour of what it says, lines between lanes. */
function paint(picture: HTMLCanvasElement, box: HTMLElement, scroller: HTMLElement, model: GridModel): void {
  const { scrollWidth, scrollHeight } = scroller;
  const height = Math.round(Math.min(highest, Math.max(lowest, (width * scrollHeight) / scrollWidth)));
  const density = window.devicePixelRatio || 1;
  box.style.height = `${height}px`;
  picture.width = width * density;
  picture.height = height * density;
  const pen = picture.getContext('2d');
  if (!pen) return;
  pen.scale(density, density);
  const style = getComputedStyle(box);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const tones = {
    neutral: colour('--muted'),
    negative: colour('--negative'),
    positive: colour('--positive'),
  };
  const origin = scroller.getBoundingClientRect();
  const y = (px: number) => ((px - origin.top + scroller.scrollTop) / scrollHeight) * height;
  const x = (px: number) => ((px - origin.left + scroller.scrollLeft) / scrollWidth) * width;
  const heads = [...scroller.querySelectorAll('[data-drag="step"]')].map((head) =>
    head.getBoundingClientRect(),
  );
  const spans = heads.map((head) => [x(head.left), x(head.right)] as const);
  // Heads stick to the top: their own place is read without the scrolling.
  const top = heads[0] ? ((heads[0].bottom - origin.top) / scrollHeight) * height : 0;
  pen.fillStyle = colour('--ink');
  for (const [left, right] of spans)
    pen.fillRect(left + 1, Math.max(1, top - 4), Math.max(1, right - left - 3), 2);
  for (const row of scroller.querySelectorAll<HTMLElement>('[data-row]')) {
    const bounds = row.getBoundingClientRect();
    const [from, to] = [y(bounds.top), y(bounds.bottom)];
    pen.fillStyle = colour('--line');
    pen.fillRect(0, to - 0.5, width, 0.5);
    const found = model.rows.find(({ laneId }) => laneId === row.dataset.row);
    if (!found || found.lane.folded) continue;
    if (found.kind === 'emotion') paintCurve(pen, model, spans, from, to, colour('--action'));
    for (const [index, { id: stepId }] of model.outline.steps.entries()) {
      const span = spans[index];
      if (!span) continue;
      const marks =
        found.kind === 'touchpoints'
          ? (model.outline.touchpoints.get(stepId) ?? []).map(() => 'neutral' as const)
          : (found.cards.get(stepId) ?? []).map(([, card]) => cardTone(found.lane.type, card));
      const stride = Math.min(3.5, Math.max(1.2, (to - from - 1) / Math.max(1, marks.length)));
      for (const [at, tone] of marks.entries()) {
        pen.fillStyle = tones[tone];
        pen.globalAlpha = tone === 'neutral' ? 0.45 : 0.8;
        pen.fillRect(
          span[0] + 1.5,
          from + 1 + at * stride,
          Math.max(1, span[1] - span[0] - 4),
          Math.max(0.8, stride * 0.55),
        );
      }
      pen.globalAlpha = 1;
    }
  }
}

function paintCurve(
  pen: CanvasRenderingContext2D,
  model: GridModel,
  spans: readonly (readonly [number, number])[],
  from: number,
  to: number,
  colour: string,
): void {
  const curve = model.curves.find(({ reading }) => reading === 'felt');
  if (!curve) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const [index, { id }] of model.outline.steps.entries()) {
    const point = curve.points.get(id);
    const span = spans[index];
    if (point && span) pen.lineTo((span[0] + span[1]) / 2, from + ((3 - point.value) / 6) * (to - from));
  }
  pen.stroke();
}
