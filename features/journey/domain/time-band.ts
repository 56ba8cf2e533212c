import { inSeconds } from './duration.ts';
import type { Outline, StageNode } from './outline.ts';

/** A stretch of the customer's time, from left to right. */
export type TimeSegment = {
  readonly phaseId: string;
  readonly stageId: string;
  /** null: time of the stage that none of its steps says (between them, or a stage without steps). */
  readonly stepId: string | null;
  /** null: nobody has said it. */
  readonly seconds: number | null;
  /** Not said of the step: its share of what is said of the whole stage. */
  readonly shared: boolean;
};

export type TimeBand = {
  readonly segments: readonly TimeSegment[];
  /** All that is said, in seconds. */
  readonly seconds: number;
  /** Steps whose duration nobody said. */
  readonly unsaid: number;
};

/**
 * How the customer's time is spread over the steps, as the team believes it. A step says its own duration. What a stage
 * says beyond its steps is shared equally among those that say nothing; when all of them say theirs, it is time that
 * passes between. Steps that say more than their stage are believed: the finer word wins.
 */
export function timeBand(tree: Pick<Outline, 'stages'>): TimeBand {
  const segments = tree.stages.flatMap(segmentsOf);
  return {
    segments,
    seconds: segments.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
    unsaid: segments.filter(({ seconds, stepId }) => seconds === null && stepId !== null).length,
  };
}

function segmentsOf({ id: stageId, phaseId, stage, steps }: StageNode): TimeSegment[] {
  const own = steps.map(({ step }) => (step.duration ? inSeconds(step.duration) : null));
  const said = own.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0);
  const silent = own.filter((seconds) => seconds === null).length;
  const whole = stage.duration ? inSeconds(stage.duration) : null;
  const rest = whole === null ? 0 : Math.max(0, whole - said);
  const share = whole === null ? null : rest / Math.max(1, silent);
  const segments = steps.map(
    ({ id: stepId }, at): TimeSegment => ({
      phaseId,
      stageId,
      stepId,
      seconds: own[at] ?? share,
      shared: own[at] === null && share !== null,
    }),
  );
  const between = silent === 0 && rest > 0;
  return between ? [...segments, { phaseId, stageId, stepId: null, seconds: rest, shared: false }] : segments;
}

export const timeScales = ['proportional', 'compact'] as const;
export type TimeScale = (typeof timeScales)[number];

/**
 * How long a stretch is drawn, in units of the scale: `proportional` is true to time; `compact` grows with its
 * logarithm, so that three minutes are still seen beside nine days (a minute is 1, ten are about 3.5, a day 10.5).
 */
export const drawnLength = (seconds: number, scale: TimeScale): number =>
  scale === 'proportional' ? seconds : Math.log2(1 + seconds / 60);
