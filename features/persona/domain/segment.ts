import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { criteriaKinds } from './schema.ts';

/*
 * A segment slices the customer base by a rule; a persona says what customers expect and feel. The matrix says how much
 * of each segment each persona makes up.
 */

const attribute = z.string().trim().min(1).max(200);

/** One criterion of a rule. A customer whose attribute is missing is neither inside nor outside. */
export const conditionSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('one-of'),
    criterion: z.enum(criteriaKinds),
    attribute,
    values: z.array(z.string().max(500)).min(1).max(200),
  }),
  z.object({
    is: z.literal('between'),
    criterion: z.enum(criteriaKinds),
    attribute,
    /** Both ends belong to it; null: open. */
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
]);
export type Condition = z.infer<typeof conditionSchema>;

export const segmentSettingsSchema = z.object({
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2000).default(''),
  /** All must hold. None yet: the segment is only described. */
  conditions: z.array(conditionSchema).max(20).default([]),
});
export type SegmentSettings = z.infer<typeof segmentSettingsSchema>;

export const segmentSchema = segmentSettingsSchema.extend({ id: idSchema, createdAt: z.string() });
export type Segment = z.infer<typeof segmentSchema>;

/** How much of a segment a persona makes up. */
export const personaShareSchema = z.object({
  personaId: idSchema,
  segmentId: idSchema,
  /** Of the customers of the segment, those of this persona: 0 … 1. */
  share: z.number().min(0).max(1),
  source: z.enum(['hand', 'data']),
  /** Customers counted; null when told by hand. */
  n: z.int().nonnegative().nullable(),
  date: z.iso.date(),
});
export type PersonaShare = z.infer<typeof personaShareSchema>;

/** What is known of one customer: by attribute, null or absent where it is not. */
export type Traits = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Whether a customer is in a segment; null when a missing attribute leaves it open ("not asked" is neither yes nor no),
 * or when the segment has no rule yet. One condition that fails settles it, whatever else is missing.
 */
export function inSegment({ conditions }: Pick<Segment, 'conditions'>, traits: Traits): boolean | null {
  if (conditions.length === 0) return null;
  const verdicts = conditions.map((condition) => holds(condition, traits));
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

function holds(condition: Condition, traits: Traits): boolean | null {
  const value = Object.hasOwn(traits, condition.attribute) ? traits[condition.attribute] : undefined;
  if (value === null || value === undefined || value === '') return null;
  if (condition.is === 'one-of') return condition.values.includes(String(value));
  const number = typeof value === 'number' ? value : Number(value);
  if (Number.isNaN(number)) return null;
  return (
    (condition.from === null || number >= condition.from) && (condition.to === null || number <= condition.to)
  );
}

/** Shares of one segment may sum to a little more than 1 where they were rounded to the percent. */
const roundingSlack = 0.005;

export type Overfull = { readonly segmentId: string; readonly sum: number };

/** The segments whose personas would make up more than all of it. */
export function overfullSegments(cells: readonly Pick<PersonaShare, 'segmentId' | 'share'>[]): Overfull[] {
  const sums = new Map<string, { sum: number; cells: number }>();
  for (const { segmentId, share } of cells) {
    const so = sums.get(segmentId) ?? { sum: 0, cells: 0 };
    sums.set(segmentId, { sum: so.sum + share, cells: so.cells + 1 });
  }
  return [...sums]
    .filter(([, { sum, cells: count }]) => sum > 1 + roundingSlack * count)
    .map(([segmentId, { sum }]) => ({ segmentId, sum }));
}

/** Share of a segment that no persona makes up: it is shown, not spread over the others. */
export const undecidedShare = (cells: readonly PersonaShare[], segmentId: string): number =>
  Math.max(
    0,
    1 - cells.filter((cell) => cell.segmentId === segmentId).reduce((sum, { share }) => sum + share, 0),
  );
