import { z } from 'zod';

export const evidenceKinds = ['interview', 'verbatim', 'figure', 'observation', 'document'] as const;

/** What a statement rests on, in a portrait or on a map. */
export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds),
  label: z.string().min(1).max(500),
  /** Where it can be found: an address or the id of a verbatim, survey or import. */
  reference: z.string().max(2000).nullable().default(null),
  n: z.int().positive().nullable().default(null),
  date: z.iso.date().nullable().default(null),
});
export type Evidence = z.infer<typeof evidenceSchema>;
