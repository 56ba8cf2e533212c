import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { ProblemError, problem } from '#kit/problem.ts';

/**
 * The mapping of a file: what was guessed, with what a JSON file says in its place, part by part. Throws
 * `command.mapping-unreadable` {file, reason}.
 */
export async function correctedMapping<Schema extends z.ZodType>(
  schema: Schema,
  guessed: z.infer<Schema> | null,
  path: string,
): Promise<z.infer<Schema>> {
  const file = basename(path);
  const unreadable = (reason: string) =>
    new ProblemError(problem('command.mapping-unreadable', { file, reason }));
  let told: unknown;
  try {
    told = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw unreadable((error as Error).message);
  }
  if (!isRecord(told)) throw unreadable('{ … }');
  const parsed = schema.safeParse(merged(guessed ?? {}, told));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 5);
  throw unreadable(issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}

/** Objects are merged field by field (the zone of the time may be corrected alone); anything else is replaced. */
const merged = (guessed: object, told: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const result: Record<string, unknown> = { ...guessed };
  for (const [name, value] of Object.entries(told)) {
    const before = result[name];
    result[name] = isRecord(before) && isRecord(value) ? merged(before, value) : value;
  }
  return result;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
