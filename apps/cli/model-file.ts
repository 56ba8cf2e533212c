import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { detectionModelSchema } from '#persona/domain/discovery/model.ts';
import { shortFormSchema } from '#persona/domain/discovery/result.ts';

/** What `persona discover --json` writes, or a model alone. */
const fileSchema = z.union([
  z.object({ model: detectionModelSchema, shortForm: shortFormSchema.nullable().default(null) }),
  detectionModelSchema.transform((model) => ({ model, shortForm: null })),
]);
type ModelFile = z.infer<typeof fileSchema>;

/**
 * Whether a model is told as a file; what looks like a path and is not there is a file that is missing, not a model of a
 * workspace. Problem: `import.file-not-found`.
 */
export function isModelFile(told: string): Result<boolean> {
  if (existsSync(told)) return ok(true);
  return /[\\/]|\.json$/i.test(told)
    ? fail(problem('import.file-not-found', { file: told }, 404))
    : ok(false);
}

/** Problem: `persona.model.not-a-model`. */
export async function readModelFile(path: string): Promise<Result<ModelFile>> {
  const read = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => null);
  const parsed = fileSchema.safeParse(read);
  return parsed.success
    ? ok(parsed.data)
    : fail(problem('persona.model.not-a-model', { file: basename(path) }));
}
