import type { PartName } from '../dependents.ts';
import type { Duration, LaneType } from '../schema.ts';

/** The parts of a map that are compared one by one. Points of curves are compared as curves, talk is not compared. */
export const comparedParts = [
  'objectives',
  'personas',
  'phases',
  'stages',
  'steps',
  'lanes',
  'cards',
  'touchpoints',
] as const satisfies readonly PartName[];
export type ComparedPart = (typeof comparedParts)[number];

export const changeKinds = ['added', 'removed', 'moved', 'rewritten'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a field holds, as a reader is told of it: ids of personas are their names, lists of evidence their number. */
export type Told = string | number | boolean | null | Duration | readonly string[];

/** One field that says something else. The page words it by `field` (text, status, channel …). */
export type FieldChange = { readonly field: string; readonly before: Told; readonly after: Told };

/** Where a part stands, in words of the map; a lane without title is named by its type. */
export type Spot = {
  readonly phase: string;
  readonly stage: string;
  readonly step: string;
  readonly lane: { readonly type: LaneType; readonly title: string } | null;
};

export type Difference = {
  readonly change: ChangeKind;
  readonly part: ComparedPart | 'map';
  /** Empty for the map itself. */
  readonly id: string;
  /** What it is called, as it is now, or as it was when it has gone. */
  readonly name: string;
  /** On which of the two maps it can be looked at. */
  readonly seenIn: 'before' | 'after';
  readonly spot: Spot;
  /** Stage under which it is told; null for the frame of the map. */
  readonly stageId: string | null;
  /** For what moved: where from. `order`: it stayed among the same neighbours, at another rank. */
  readonly from: Spot | null;
  readonly moved: 'elsewhere' | 'order' | null;
  readonly fields: readonly FieldChange[];
  /** What came or went with it, and is not told on its own. */
  readonly alongside: Readonly<Partial<Record<ComparedPart, number>>>;
};
