import { resolve } from 'node:path';
import { z } from 'zod';
import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';

const url = (protocols: readonly string[]) =>
  z.url().refine((value) => protocols.includes(new URL(value).protocol));

const environmentSchema = z
  .object({
    PARCOURS_PORT: z.coerce.number().int().min(0).max(65_535).default(4747),
    PARCOURS_HOST: z.enum(['127.0.0.1', 'localhost', '::1']).default('127.0.0.1'),
    PARCOURS_DATA: z.string().min(1).default('./data'),
    PARCOURS_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    PARCOURS_MEMORY: z.enum(['small', 'normal']).default('normal'),
    PARCOURS_DEMO: z.enum(['yes', 'no']).default('yes'),
    DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
    CLICKHOUSE_URL: url(['http:', 'https:']).optional(),
    CLICKHOUSE_CLUSTER: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
      .optional(),
    REDIS_URL: url(['redis:', 'rediss:']).optional(),
    PARCOURS_SMTP_URL: url(['smtp:', 'smtps:']).optional(),
    PARCOURS_MAIL_FROM: z.email().default('parcours@localhost.localdomain'),
  })
  .refine((found) => found.CLICKHOUSE_CLUSTER === undefined || found.CLICKHOUSE_URL !== undefined, {
    path: ['CLICKHOUSE_CLUSTER'],
  });

/** What each variable may be, in signs that need no language. */
const expected: Readonly<Record<keyof z.infer<typeof environmentSchema>, string>> = {
  PARCOURS_PORT: '0 … 65535',
  PARCOURS_HOST: '127.0.0.1 | localhost | ::1',
  PARCOURS_DATA: './data',
  PARCOURS_LOG: 'trace | debug | info | warn | error | silent',
  PARCOURS_MEMORY: 'small | normal',
  PARCOURS_DEMO: 'yes | no',
  DATABASE_URL: 'postgres://… | postgresql://…',
  CLICKHOUSE_URL: 'http://… | https://…',
  CLICKHOUSE_CLUSTER: 'A-Z a-z 0-9 _ (+ CLICKHOUSE_URL)',
  REDIS_URL: 'redis://… | rediss://…',
  PARCOURS_SMTP_URL: 'smtp://… | smtps://…',
  PARCOURS_MAIL_FROM: 'name@example.org',
};

export type Config = {
  readonly port: number;
  /** Loopback only until accounts exist. */
  readonly host: string;
  /** Absolute path of the folder of the embedded stores and of uploads. */
  readonly dataDir: string;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly memory: 'small' | 'normal';
  /** Load the demonstration workspace on first run. */
  readonly demonstration: boolean;
  readonly databaseUrl?: string;
  readonly clickhouseUrl?: string;
  /** Cluster of the servers behind `clickhouseUrl` that tables are laid out on. */
  readonly clickhouseCluster?: string;
  readonly redisUrl?: string;
  /** Mail server for alerts, and who they are from. */
  readonly mail?: { readonly url: string; readonly from: string };
};

/**
 * Reads the configuration from environment variables (an empty one counts as absent). Names every variable that is
 * wrong, and what it may be, in one problem: `config.invalid` with `variables` ("PARCOURS_PORT = 0 … 65535; …"). A
 * value is never repeated: it may hold a password.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, Problem> {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    const variables = Object.entries(expected)
      .filter(([name]) => wrong.has(name))
      .map(([name, form]) => `${name} = ${form}`)
      .join('; ');
    return fail(problem('config.invalid', { variables }));
  }
  const { data } = parsed;
  return ok({
    port: data.PARCOURS_PORT,
    host: data.PARCOURS_HOST,
    dataDir: resolve(data.PARCOURS_DATA),
    logLevel: data.PARCOURS_LOG,
    memory: data.PARCOURS_MEMORY,
    demonstration: data.PARCOURS_DEMO === 'yes',
    ...(data.DATABASE_URL ? { databaseUrl: data.DATABASE_URL } : {}),
    ...(data.CLICKHOUSE_URL ? { clickhouseUrl: data.CLICKHOUSE_URL } : {}),
    ...(data.CLICKHOUSE_CLUSTER ? { clickhouseCluster: data.CLICKHOUSE_CLUSTER } : {}),
    ...(data.REDIS_URL ? { redisUrl: data.REDIS_URL } : {}),
    ...(data.PARCOURS_SMTP_URL
      ? { mail: { url: data.PARCOURS_SMTP_URL, from: data.PARCOURS_MAIL_FROM } }
      : {}),
  });
}
