import type { FrameWords, PortraitContent } from './content.ts';
import type { Box, Measure } from './page.ts';
import { type Block, headingBlock } from './sections.ts';
import { cut, lineHeight, setLines, style, wrap } from './setting.ts';

/* The parts of a portrait that are not statements, each as a block. */

type Setting = { readonly width: number; readonly scale: number };

const nothing: Block = { height: 0, draw: () => [] };

/** What they expect of us: each scale from one word to the other. */
export function scalesBlock(
  { scales, colour }: PortraitContent,
  { width, scale }: Setting,
  measure: Measure,
): Block {
  if (scales.rows.length === 0) return nothing;
  const title = headingBlock(scales.title, { width, scale }, measure);
  const of = style(9.4 * scale);
  const row = 17 * scale;
  const side = width * 0.3;
  const word = (text: string) => cut(wrap(text, of, side, measure), 1, of, side, measure);
  return {
    height: title.height + scales.rows.length * row + 4 * scale,
    draw: (x, y) => [
      ...title.draw(x, y),
      ...scales.rows.flatMap(({ low, high, at }, index): Box[] => {
        const top = y + title.height + index * row + 2 * scale;
        const middle = top + lineHeight(of) / 2;
        const right = word(high);
        const track = { x: x + side + 6 * scale, width: width - 2 * side - 12 * scale };
        const knob = 7 * scale;
        return [
          ...setLines(word(low), of, { x, y: top }, measure),
          {
            kind: 'fill',
            fill: 'line',
            radius: scale,
            ...track,
            y: middle - scale,
            height: 2 * scale,
          },
          {
            kind: 'fill',
            fill: colour,
            radius: knob / 2,
            x: track.x + at * (track.width - knob),
            y: middle - knob / 2,
            width: knob,
            height: knob,
          },
          ...setLines(right, of, { x: x + width - measure(right[0] ?? '', of), y: top }, measure),
        ];
      }),
    ],
  };
}

/** How they like to be reached, as labels; as many as `rows` lines of them hold. */
export function channelsBlock(
  { channels }: PortraitContent,
  { width, scale, rows }: Setting & { readonly rows: number },
  measure: Measure,
): Block {
  if (channels.names.length === 0) return nothing;
  const title = headingBlock(channels.title, { width, scale }, measure);
  const of = style(9 * scale);
  const inside = 7.5 * scale;
  const label = lineHeight(of) + 6 * scale;
  const between = 5 * scale;
  const placed: { text: string; x: number; row: number; width: number }[] = [];
  let x = 0;
  let row = 0;
  for (const name of channels.names) {
    const most = width - 2 * inside;
    const [text = ''] = cut(wrap(name, of, most, measure), 1, of, most, measure);
    const wide = measure(text, of) + 2 * inside;
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    if (row >= rows) break;
    placed.push({ text, x, row, width: wide });
    x += wide + between;
  }
  const used = (placed.at(-1)?.row ?? 0) + 1;
  return {
    height: title.height + used * (label + between) + 2 * scale,
    draw: (left, y) => [
      ...title.draw(left, y),
      ...placed.flatMap((one): Box[] => {
        const at = { x: left + one.x, y: y + title.height + 1.5 * scale + one.row * (label + between) };
        return [
          {
            kind: 'fill',
            fill: 'white',
            stroke: 'line',
            radius: label / 2,
            ...at,
            width: one.width,
            height: label,
          },
          ...setLines([one.text], of, { x: at.x + inside, y: at.y + 3 * scale }, measure),
        ];
      }),
    ],
  };
}

/** The story, as much of it as `lines` lines hold. */
export function storyBlock(
  { story }: PortraitContent,
  { width, scale, lines: most }: Setting & { readonly lines: number },
  measure: Measure,
): Block {
  if (story.text.trim() === '' || most < 2) return nothing;
  const title = headingBlock(story.title, { width, scale }, measure);
  const of = style(9.4 * scale, { leading: 1.45 });
  const lines = cut(wrap(story.text, of, width, measure), most, of, width, measure);
  return {
    height: title.height + lines.length * lineHeight(of) + 6 * scale,
    draw: (x, y) => [
      ...title.draw(x, y),
      ...setLines(lines, of, { x, y: y + title.height + scale }, measure),
    ],
  };
}

/** Lines of a story that fit in a height. */
export const storyLines = (height: number, scale: number): number =>
  Math.floor((height - 20 * scale) / (9.4 * 1.45 * scale));

/** What the portrait rests on: the share in large, a bar, the counts. */
export function proofBlock(
  { proof }: PortraitContent,
  { width, scale, questions }: Setting & { readonly questions: number },
  measure: Measure,
): Block {
  const title = headingBlock(proof.title, { width, scale }, measure);
  const large = style(17 * scale, { weight: 700, tracking: -0.01, leading: 1.25 });
  const small = style(8 * scale, { ink: 'muted', leading: 1.4 });
  const shares = cut(wrap(proof.share, large, width, measure), 2, large, width, measure);
  const counts = cut(wrap(proof.counts, small, width, measure), 2, small, width, measure);
  const total = proof.proven + proof.assumed + proof.stale;
  const bar = total === 0 ? 0 : 9 * scale;
  const asked = proof.ask.questions
    .slice(0, questions)
    .map((question) => cut(wrap(question, small, width, measure), 2, small, width, measure));
  const subtitle =
    asked.length > 0
      ? cut(
          wrap(proof.ask.title, { ...small, weight: 500, ink: 'ink' }, width, measure),
          1,
          small,
          width,
          measure,
        )
      : [];
  const askHeight =
    asked.length > 0 ? (1 + asked.flat().length) * lineHeight(small) + (3 + 2 * asked.length) * scale : 0;
  return {
    height:
      title.height +
      shares.length * lineHeight(large) +
      bar +
      counts.length * lineHeight(small) +
      askHeight +
      4 * scale,
    draw(x, y) {
      let at = y + title.height;
      const boxes: Box[] = [...title.draw(x, y), ...setLines(shares, large, { x, y: at }, measure)];
      at += shares.length * lineHeight(large);
      if (total > 0) {
        const piece = (from: number, count: number, fill: 'proven' | 'stale' | 'line'): Box[] =>
          count === 0
            ? []
            : [
                {
                  kind: 'fill',
                  fill,
                  radius: 0,
                  x: x + (from / total) * width,
                  y: at + 2 * scale,
                  width: (count / total) * width,
                  height: 3.6 * scale,
                },
              ];
        boxes.push(
          ...piece(0, proof.proven, 'proven'),
          ...piece(proof.proven, proof.stale, 'stale'),
          ...piece(proof.proven + proof.stale, proof.assumed, 'line'),
        );
        at += bar;
      }
      boxes.push(...setLines(counts, small, { x, y: at }, measure, 'note'));
      at += counts.length * lineHeight(small) + 3 * scale;
      if (asked.length > 0) {
        boxes.push(
          ...setLines(subtitle, { ...small, weight: 500, ink: 'ink' }, { x, y: at }, measure, 'note'),
        );
        at += lineHeight(small);
        for (const lines of asked) {
          boxes.push(...setLines(lines, small, { x, y: at + 2 * scale }, measure, 'note'));
          at += lines.length * lineHeight(small) + 2 * scale;
        }
      }
      return boxes;
    },
  };
}

/** Along the foot of a page: whose it is and of when, what the dots mean, and the page where there are several. */
export function footer(
  words: FrameWords,
  area: { readonly x: number; readonly y: number; readonly width: number },
  {
    size,
    legend,
    page,
    drawn = false,
  }: {
    readonly size: number;
    readonly legend: boolean;
    readonly page?: string;
    /** A drawn face is shown. */
    readonly drawn?: boolean;
  },
  measure: Measure,
): Box[] {
  const of = style(size, { ink: 'muted' });
  const dot = size * 0.75;
  const boxes: Box[] = [];
  let right = area.x + area.width;
  if (page !== undefined) {
    right -= measure(page, of);
    boxes.push(...setLines([page], of, { x: right, y: area.y }, measure, 'note'));
    right -= 2 * size;
  }
  if (legend) {
    for (const state of ['stale', 'assumed', 'proven'] as const) {
      const text = words.legend[state];
      right -= measure(text, of);
      boxes.push(...setLines([text], of, { x: right, y: area.y }, measure, 'note'));
      right -= dot + size * 0.5;
      boxes.push({
        kind: 'dot',
        state,
        x: right,
        y: area.y + (lineHeight(of) - dot) / 2,
        width: dot,
        height: dot,
      });
      right -= size * 1.6;
    }
  }
  const room = right - area.x - size;
  const line = (...parts: readonly string[]) => parts.join('\u00a0· ');
  const credit = drawn ? [words.credit] : [];
  const whole = line(words.workspace, words.date, ...credit);
  // Whose it is stands on the other side too: it goes first where there is no room.
  const whose = measure(whole, of) <= room || !drawn ? whole : line(words.date, ...credit);
  boxes.push(
    ...setLines(cut(wrap(whose, of, room, measure), 1, of, room, measure), of, area, measure, 'note'),
  );
  return boxes;
}
