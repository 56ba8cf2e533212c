import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties of one block, resolved to hexadecimal colours where they are colours. */
function block(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]),
  );
}

const light = block(':root');
const dark = { ...light, ...block(':root[data-mantine-color-scheme="dark"]') };

/** Relative luminance of WCAG 2.2 (sRGB, D65). */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright! + 0.05) / (dim! + 0.05);
}

const grounds = ['paper', 'surface', 'tint', 'negative-wash', 'positive-wash'];
const texts = ['ink', 'muted', 'action', 'negative', 'positive'];
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['on-action', 'action'] as const,
  ['paper', 'ink'] as const,
];

describe.each([
  ['light', light],
  ['dark', dark],
])('colours of the %s theme', (_name, tokens) => {
  it.each(pairs)('%s on %s is at least 4.5 : 1', (text, ground) => {
    expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'surface', 'tint'])('focus and controls on %s are at least 3 : 1', (ground) => {
    expect(contrast(tokens.focus!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.control!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
  });
});
