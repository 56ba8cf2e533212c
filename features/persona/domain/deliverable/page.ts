import type { EvidenceState } from '../proof.ts';
import type { Picture } from '../schema.ts';

/*
 * A printed page as boxes, whatever draws them (PDF, SVG). Lengths are points, 1/72 inch; x to the right and y down from
 * the upper left corner of the page.
 */

const millimetre = 72 / 25.4;

/** Sizes of ISO 216, as pages lie. */
export const paper = {
  a3: { width: 420 * millimetre, height: 297 * millimetre },
  a4: { width: 210 * millimetre, height: 297 * millimetre },
  a6: { width: 148 * millimetre, height: 105 * millimetre },
} as const;

/** Inks of print: the light theme of the product on white paper (ui/theme/tokens.css). */
export const inks = {
  ink: '#1c1b19',
  muted: '#6b665e',
  line: '#e0dad0',
  tint: '#f5f1ea',
  white: '#ffffff',
  proven: '#0c756a',
  stale: '#ac4b08',
} as const;
export type Ink = keyof typeof inks;

/** The six colours of personas, Okabe–Ito, as the light theme has them. */
export const personaInks = ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'] as const;

/** The weights of Inter that are printed. */
export const weights = [400, 500, 700] as const;
export type Weight = (typeof weights)[number];

export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type TextStyle = {
  readonly size: number;
  readonly weight: Weight;
  /** Height of a line, as a multiple of the size. */
  readonly leading: number;
  /** Added between letters, as a multiple of the size. */
  readonly tracking: number;
  readonly ink: Ink;
};

/** One line of text: its frame is the line, `baseline` how far under its top the letters stand. */
export type TextBox = Frame & {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
  readonly baseline: number;
  /** What it is for who hears the page. */
  readonly role: 'title' | 'heading' | 'paragraph' | 'quote' | 'note';
};

export type Box =
  | TextBox
  | (Frame & {
      readonly kind: 'fill';
      /** An ink, or the colour of a persona by its index. */
      readonly fill: Ink | number;
      readonly radius: number;
      readonly stroke?: Ink;
    })
  | (Frame & { readonly kind: 'dot'; readonly state: EvidenceState })
  | (Frame & {
      readonly kind: 'picture';
      readonly picture: Picture;
      readonly colour: number;
      /** What it shows, for who does not see it. */
      readonly label: string;
    });

export type Page = { readonly width: number; readonly height: number; readonly boxes: readonly Box[] };

/** Width of a text in points, set on one line. */
export type Measure = (text: string, style: Pick<TextStyle, 'size' | 'weight' | 'tracking'>) => number;
