import { z } from 'zod';

/** What the person should look at before importing. */
export const mappingDoubtSchema = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['no-customer', 'no-time', 'no-event']) }),
  /** 03/04/2025: March or April? Every value of the sample can be read both ways. */
  z.object({ code: z.literal('ambiguous-date'), column: z.string(), example: z.string() }),
  /** Some values say their zone, others do not: those take the zone of the mapping. */
  z.object({ code: z.literal('mixed-zones'), column: z.string() }),
  z.object({ code: z.literal('impossible-dates'), column: z.string(), count: z.int() }),
]);
export type MappingDoubt = z.infer<typeof mappingDoubtSchema>;
