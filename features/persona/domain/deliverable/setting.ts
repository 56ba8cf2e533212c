import type { Measure, TextBox, TextStyle } from './page.ts';

/** A style with what most texts share. */
export const style = (
  size: number,
  { weight = 400, leading = 1.35, tracking = 0, ink = 'ink' }: Partial<Omit<TextStyle, 'size'>> = {},
): TextStyle => ({ size, weight, leading, tracking, ink });

const before = / (?=[:;?!»%])/g;
const after = /« /g;

/** Spaces that French typography never breaks are made so; what is invisible goes. */
export const typeset = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, ' ')
    .trim()
    .replace(/ {2,}/g, ' ')
    .replace(before, '\u00a0')
    .replace(after, '«\u00a0');

/** Where a line may end: after a space, or after a hyphen or slash inside a word. */
const pieces = (paragraph: string): string[] =>
  paragraph.match(/[^ \-/]*(?:[-/]+| +|$)/g)?.filter(Boolean) ?? [];

/**
 * The lines of a text no wider than `width` points. A word wider than the line is broken; nothing is lost: the lines say
 * the text, spaces at their ends apart.
 */
export function wrap(text: string, of: TextStyle, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of typeset(text).split('\n')) {
    let line = '';
    // Pieces are measured one by one, so that a word met before need not be measured again.
    let used = 0;
    const end = () => {
      if (line.trim() !== '') lines.push(line.trim());
      line = '';
      used = 0;
    };
    for (const piece of pieces(paragraph)) {
      let rest = piece;
      if (used + measure(rest.trimEnd(), of) > width) {
        end();
        while (measure(rest.trimEnd(), of) > width) {
          const head = longestHead(rest, of, width, measure);
          lines.push(head);
          rest = rest.slice(head.length);
        }
      }
      line += rest;
      used += measure(rest, of);
    }
    end();
  }
  return lines;
}

/** A short text on lines as even as they can be, no more of them than it takes: no word is left alone on the last. */
export function balance(text: string, of: TextStyle, width: number, measure: Measure): string[] {
  const lines = wrap(text, of, width, measure);
  if (lines.length < 2 || lines.length > 4) return lines;
  let best = lines;
  let low = 0.5;
  let high = 1;
  for (let step = 0; step < 5; step++) {
    const share = (low + high) / 2;
    const tried = wrap(text, of, width * share, measure);
    if (tried.length <= lines.length && !breaksWord(text, of, width * share, measure)) {
      best = tried;
      high = share;
    } else low = share;
  }
  return best;
}

/** At least one whole character, however narrow the line. */
function longestHead(word: string, of: TextStyle, width: number, measure: Measure): string {
  const letters = [...word];
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(letters.slice(0, middle).join(''), of) <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join('');
}

/** The first `most` lines; what is cut is told by an ellipsis. */
export function cut(
  lines: readonly string[],
  most: number,
  of: TextStyle,
  width: number,
  measure: Measure,
): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  let last = kept.pop() ?? '';
  while (last !== '' && measure(`${last}…`, of) > width) last = [...last].slice(0, -1).join('');
  return [...kept, `${last.trimEnd()}…`];
}

/** Text in the largest of `sizes` in which it takes at most `most` lines; in the smallest, what is over is cut. */
export function fitText(
  text: string,
  of: TextStyle,
  { width, most, smallest }: { readonly width: number; readonly most: number; readonly smallest: number },
  measure: Measure,
): { readonly lines: readonly string[]; readonly style: TextStyle } {
  let size = of.size;
  for (;;) {
    const set = { ...of, size };
    const lines = balance(text, set, width, measure);
    const broken = breaksWord(text, set, width, measure);
    if (size <= smallest) return { lines: cut(lines, most, set, width, measure), style: set };
    if (lines.length <= most && !broken) return { lines, style: set };
    size = Math.max(smallest, size * 0.94);
  }
}

const breaksWord = (text: string, of: TextStyle, width: number, measure: Measure): boolean =>
  pieces(typeset(text).replaceAll('\n', ' ')).some((piece) => measure(piece.trimEnd(), of) > width);

export const lineHeight = ({ size, leading }: TextStyle): number => size * leading;

/** Lines one under the other, from (x, y). */
export function setLines(
  lines: readonly string[],
  of: TextStyle,
  at: { readonly x: number; readonly y: number },
  measure: Measure,
  role: TextBox['role'] = 'paragraph',
): TextBox[] {
  const height = lineHeight(of);
  return lines.map((text, index) => ({
    kind: 'text',
    x: at.x,
    y: at.y + index * height,
    width: measure(text, of),
    height,
    text,
    style: of,
    // Inter stands .97 above and .24 under its baseline; the rest of the line is shared between both.
    baseline: height / 2 + of.size * 0.364,
    role,
  }));
}
