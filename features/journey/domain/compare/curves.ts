import { inOrder } from '#kit/document/order.ts';
import { part } from '../dependents.ts';
import { emotionCurve, orderedSteps } from '../outline.ts';
import type { EmotionPoint, JourneyMap } from '../schema.ts';
import { mergedOrder } from './sequence.ts';

type ReadingName = EmotionPoint['reading'];

/** One step of a curve before and after; null where nobody placed a point. */
export type CurveStep = {
  readonly stepId: string;
  readonly title: string;
  readonly before: number | null;
  readonly after: number | null;
};

/** A curve on both maps. `personaId` null: everyone. */
export type CurveChange = {
  readonly personaId: string | null;
  readonly name: string;
  readonly colour: number | null;
  readonly readings: { readonly before: ReadingName; readonly after: ReadingName };
  readonly steps: readonly CurveStep[];
  /** Mean over the steps that have a point on both maps, and how many they are; null without any. */
  readonly mean: { readonly before: number; readonly after: number; readonly steps: number } | null;
  /** Steps with both points that gain and lose most; null where none does. */
  readonly mostGained: CurveStep | null;
  readonly mostLost: CurveStep | null;
  readonly changed: boolean;
};

/**
 * Which readings answer each other: what is felt on the as-is map with what is wanted on the to-be one; between two
 * versions of a map, like with like.
 */
export function readingsCompared(
  before: Pick<JourneyMap, 'state'>,
  after: Pick<JourneyMap, 'state'>,
): readonly { readonly before: ReadingName; readonly after: ReadingName }[] {
  return before.state === 'as-is' && after.state === 'to-be'
    ? [{ before: 'felt', after: 'planned' }]
    : [
        { before: 'felt', after: 'felt' },
        { before: 'planned', after: 'planned' },
      ];
}

/** Every curve that one of the maps has at least a point of: everyone's first, then persona by persona. */
export function compareCurves(before: JourneyMap, after: JourneyMap): CurveChange[] {
  const order = mergedOrder(
    orderedSteps(before).map(([id]) => id),
    orderedSteps(after).map(([id]) => id),
  );
  const personas = mergedOrder(
    inOrder(before.personas).map(([id]) => id),
    inOrder(after.personas).map(([id]) => id),
  );
  return readingsCompared(before, after).flatMap((readings) =>
    [null, ...personas].flatMap((personaId): CurveChange[] => {
      const old = valuesOf(before, readings.before, personaId);
      const now = valuesOf(after, readings.after, personaId);
      if (old.size === 0 && now.size === 0) return [];
      const steps = order
        .filter((stepId) => old.has(stepId) || now.has(stepId))
        .map((stepId) => ({
          stepId,
          title: titleOf(after, stepId) || titleOf(before, stepId),
          before: old.get(stepId) ?? null,
          after: now.get(stepId) ?? null,
        }));
      const persona =
        personaId === null
          ? undefined
          : (part(after, 'personas', personaId) ?? part(before, 'personas', personaId));
      return [
        {
          personaId,
          name: persona?.name ?? '',
          colour: persona?.colour ?? null,
          readings,
          steps,
          ...measured(steps),
          changed: steps.some((step) => step.before !== step.after),
        },
      ];
    }),
  );
}

function measured(steps: readonly CurveStep[]): Pick<CurveChange, 'mean' | 'mostGained' | 'mostLost'> {
  const pairs = steps.filter((step) => step.before !== null && step.after !== null);
  const gain = (step: CurveStep) => step.after! - step.before!;
  const sorted = pairs.toSorted((a, b) => gain(b) - gain(a));
  const [first] = sorted;
  const last = sorted.at(-1);
  const mean = (side: 'before' | 'after') => pairs.reduce((sum, step) => sum + step[side]!, 0) / pairs.length;
  return {
    mean: pairs.length === 0 ? null : { before: mean('before'), after: mean('after'), steps: pairs.length },
    mostGained: first && gain(first) > 0 ? first : null,
    mostLost: last && gain(last) < 0 ? last : null,
  };
}

const valuesOf = (map: JourneyMap, reading: ReadingName, personaId: string | null): Map<string, number> =>
  new Map(emotionCurve(map, reading, personaId).map(([, { stepId, value }]) => [stepId, value]));

/** A step without title of its own is known by its stage. */
function titleOf(map: JourneyMap, stepId: string): string {
  const step = part(map, 'steps', stepId);
  return step ? step.title || (part(map, 'stages', step.stageId)?.title ?? '') : '';
}
