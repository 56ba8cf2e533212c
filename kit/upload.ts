import { z } from 'zod';
import { idSchema } from './ids.ts';

/** A file received and kept until it is imported or a day has passed. Sent as the raw body of PUT …/uploads/{fileName}. */
export const uploadSchema = z.object({
  uploadId: idSchema,
  fileName: z.string().min(1).max(255),
  bytes: z.int().nonnegative(),
});
export type Upload = z.infer<typeof uploadSchema>;
