/**
 * What a map shows beside what was drawn, already said in the reader's language. Computed by the measure room and
 * handed to the canvas by the page that knows both; the map itself never stores a figure.
 */
export type Tone = 'positive' | 'neutral' | 'negative';

export type LiveTouchpoint = {
  /** 0 … 1: length of the volume bar, relative to the busiest touchpoint of the map. */
  readonly volumeShare: number | null;
  /** "12 480", or null when withheld or unbound. */
  readonly volume: string | null;
  /** "3,9" in the unit of the score, with what a screen reader says ("3,9 sur 5, entre 3,8 et 4,0, n = 412"). */
  readonly score: { readonly text: string; readonly tone: Tone; readonly spoken: string } | null;
  /** Why nothing is shown: not bound, too few answers. */
  readonly absent: 'unbound' | 'withheld' | 'no-data' | null;
};

/** The questions behind the figures that a lane can show, in reading order. */
export const figureIds = [
  'volume',
  'customers',
  'share',
  'goesOn',
  'stopsHere',
  'inProgress',
  'timeToNext',
  'satisfaction',
] as const;
export type FigureId = (typeof figureIds)[number];

/** One figure of the `figures` lane: "18 sur 100" / "appellent ici" / "16 à 20 · n = 1 904". */
export type LiveFigure = {
  readonly id: FigureId;
  readonly headline: string;
  readonly caption: string;
  readonly detail: string;
  readonly tone: Tone;
};

export type LivePoint = {
  readonly stepId: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

export type LiveFigures = {
  readonly touchpoints: Readonly<Record<string, LiveTouchpoint>>;
  /** By step; the first is the one drawn large. */
  readonly steps: Readonly<Record<string, readonly LiveFigure[]>>;
  /** By step and by touchpoint: all there is to show, for lanes that say what they show. */
  readonly all: Readonly<Record<string, readonly LiveFigure[]>>;
  /** By step and by touchpoint: of when, how many, from which data ("22 nov. 2026 · n = 1 904 · Parcours des adhérents"). */
  readonly fresh: Readonly<Record<string, string>>;
  /** Measured emotion, value −3…+3 with its 95 % interval; empty when nothing is measured. */
  readonly measured: readonly LivePoint[];
  /** "12 mois · 1 904 parcours" under the name of the figures lane. */
  readonly caption: string;
};
