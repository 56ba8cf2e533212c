import type { Evidence } from '#persona/domain/evidence.ts';
import type { Duration, EmotionPoint, JourneyMap, LaneType, Objective, Phase } from '../schema.ts';
import type { channels, EventKey } from './logged-events.ts';
import type { Said } from './said.ts';

export type Proof = {
  readonly kind: Evidence['kind'];
  readonly label: Said;
  readonly n?: number;
  /** Age of the evidence when the example is made. */
  readonly daysAgo: number;
};

export type CardFrame = {
  readonly text: Said;
  /** Keys of the personas it holds for; everyone unless told. */
  readonly for?: readonly string[];
  /** With proof a card is validated, without it is assumed. */
  readonly proof?: readonly Proof[];
  readonly weight?: 1 | 2 | 3 | 4 | 5;
  readonly momentOfTruth?: true;
  readonly met?: boolean;
  readonly tag?: Said;
};
export type Cards<Step extends string> = Readonly<Partial<Record<Step, readonly CardFrame[]>>>;

/** A card as it is written: what it says in both languages, and what is told of it. */
export const card = (fr: string, en: string, more: Omit<CardFrame, 'text'> = {}): CardFrame => ({
  text: { fr, en },
  ...more,
});

export type StageFrame = {
  readonly phase: Phase['moment'];
  readonly title: Said;
  readonly goals: Said;
  readonly promise: Said;
  readonly duration: Duration | null;
  /** For whoever presents the map. */
  readonly notes?: Said;
};

export type StepFrame = {
  readonly stage: string;
  readonly title: Said;
  readonly duration: Duration | null;
  readonly momentOfTruth?: boolean;
};

export type TouchpointFrame = {
  readonly channel: keyof typeof channels;
  readonly title: Said;
  /** The event of the demonstration's log that it is; without it nothing tells how often it happens. */
  readonly event?: EventKey;
  /** Who makes it happen; the customer unless told. */
  readonly by?: 'company';
};

/** Value (−3…+3) and, where it is not middling, intensity (0…1) at each step. */
export type Curve<Step extends string> = Readonly<Record<Step, readonly [value: number, intensity?: number]>>;

/** A finished map in both languages, by keys of its own: steps, stages, personas. */
export type Example<Step extends string> = {
  readonly kind: JourneyMap['kind'];
  readonly title: Said;
  readonly scope: Said;
  readonly arrival: Said;
  readonly departure: Said;
  readonly story: Said;
  readonly personas: Readonly<Record<string, { readonly colour: number; readonly name: Said }>>;
  readonly phases: Readonly<Record<Phase['moment'], Said>>;
  readonly stages: Readonly<Record<string, StageFrame>>;
  readonly steps: Readonly<Record<Step, StepFrame>>;
  /** In reading order. Their names are those of their types. */
  readonly lanes: readonly LaneType[];
  /** What is written in the cells. Lanes filled otherwise (touchpoints, emotion, figures) have none. */
  readonly cards: Readonly<Partial<Record<LaneType, Cards<Step>>>>;
  readonly touchpoints: Readonly<Partial<Record<Step, readonly TouchpointFrame[]>>>;
  /** By reading, then by persona (`all`: everyone). */
  readonly curves: Readonly<Partial<Record<EmotionPoint['reading'], Readonly<Record<string, Curve<Step>>>>>>;
  /** What the participants said while placing their point: by persona, then by step. */
  readonly feltNotes: Readonly<Record<string, Readonly<Partial<Record<Step, Said>>>>>;
  readonly objectives: readonly (Pick<Objective, 'kind' | 'target' | 'unit'> & {
    readonly text: Said;
    readonly baseline?: number;
    /** Days from the day the example is made. */
    readonly dueIn?: number;
  })[];
};
