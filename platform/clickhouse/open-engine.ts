import { access, constants, mkdir } from 'node:fs/promises';
import { type Problem, ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { clusterSettings, onCluster } from './cluster.ts';
import type { Engine, EngineLogger, EngineOptions, EngineSettings, OpenedEngine } from './engine.ts';
import { migrateEngine } from './migrate.ts';
import { openOnDemand } from './on-demand.ts';
import { checkedIdentifier } from './params.ts';
import { engineProblem } from './problems.ts';
import { isSettled, settle, unsettle } from './settled.ts';

/** Settings of every engine, wherever it runs. */
export const commonSettings: EngineSettings = {
  output_format_json_quote_64bit_integers: false,
  session_timezone: 'UTC',
};

/** A query that needs more spills to disk (grouping, sorting) or fails; it never takes the machine down. */
const limits = {
  small: { query: 700_000_000, spill: 250_000_000 },
  normal: { query: 3_000_000_000, spill: 1_200_000_000 },
} as const;

/**
 * Gives the engine, its tables up to date at the first question. A server is asked at once; of an embedded engine only
 * the folder is looked at, and what its opening meets is thrown, as a `ProblemError`, by whatever needed it.
 * Problems: `engine.unreachable`, `engine.disk-full`, `engine.refused` (server or data folder of another version).
 */
export async function openEngine({
  url,
  cluster,
  dataDir,
  memory = 'small',
  logger,
}: EngineOptions): Promise<Result<Engine>> {
  try {
    if (url) {
      const { connectServer } = await import('./server.ts');
      const engine = cluster
        ? onCluster(connectServer(url, { ...commonSettings, ...clusterSettings }), {
            name: checkedIdentifier(cluster),
            database: checkedIdentifier(new URL(url).pathname.slice(1) || 'default'),
          })
        : connectServer(url, commonSettings);
      return ok(await broughtUpToDate(engine, logger));
    }
    if (!dataDir) throw new Error('openEngine needs url or dataDir');
    return ok(await embeddedOnDemand(dataDir, memory, logger));
  } catch (error) {
    return fail(problemOfOpening(error, logger));
  }
}

async function embeddedOnDemand(
  folder: string,
  memory: NonNullable<EngineOptions['memory']>,
  logger: EngineLogger | undefined,
): Promise<Engine> {
  const { query, spill } = limits[memory];
  const check = async (): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  };
  await check();
  return openOnDemand({
    settled: await isSettled(folder),
    check,
    async open() {
      try {
        // The library of the engine is loaded with it.
        const { openEmbedded } = await import('./embedded.ts');
        await unsettle(folder);
        const opened = await openEmbedded(folder, {
          ...commonSettings,
          max_memory_usage: query,
          max_bytes_before_external_group_by: spill,
          max_bytes_before_external_sort: spill,
        });
        return await broughtUpToDate(opened, logger);
      } catch (error) {
        throw new ProblemError(problemOfOpening(error, logger));
      }
    },
    afterClose: async (wellDone) => {
      if (wellDone) await settle(folder);
    },
  });
}

async function broughtUpToDate<Opened extends OpenedEngine>(
  engine: Opened,
  logger: EngineLogger | undefined,
): Promise<Opened> {
  try {
    const applied = await migrateEngine(engine);
    if (applied.length > 0) logger?.debug({ applied, kind: engine.kind }, 'engine migrated');
    return engine;
  } catch (error) {
    await engine.close().catch(() => {});
    throw error;
  }
}

function problemOfOpening(error: unknown, logger: EngineLogger | undefined): Problem {
  const known = engineProblem(error);
  if (known) return known;
  logger?.warn({ error: String(error) }, 'engine not opened');
  return problem('engine.refused', { detail: String(error).slice(0, 300) }, 503);
}
