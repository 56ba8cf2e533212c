import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { openEmbedded } from './embedded.ts';
import type { Engine, EngineOptions, EngineSettings } from './engine.ts';
import { migrateEngine } from './migrate.ts';
import { engineProblem } from './problems.ts';
import { connectServer } from './server.ts';

const common: EngineSettings = {
  output_format_json_quote_64bit_integers: false,
  session_timezone: 'UTC',
};

/** A query that needs more spills to disk (grouping, sorting) or fails; it never takes the machine down. */
const limits = {
  small: { query: 700_000_000, spill: 250_000_000 },
  normal: { query: 3_000_000_000, spill: 1_200_000_000 },
} as const;

/**
 * Opens the engine and brings its tables up to date.
 * Problems: `engine.unreachable`, `engine.disk-full`, `engine.refused` (server or data folder of another version).
 */
export async function openEngine({
  url,
  dataDir,
  memory = 'small',
  logger,
}: EngineOptions): Promise<Result<Engine>> {
  const { query, spill } = limits[memory];
  let engine: Engine | undefined;
  try {
    if (url) engine = connectServer(url, common);
    else if (dataDir)
      engine = await openEmbedded(dataDir, {
        ...common,
        max_memory_usage: query,
        max_bytes_before_external_group_by: spill,
        max_bytes_before_external_sort: spill,
      });
    else throw new Error('openEngine needs url or dataDir');
    const applied = await migrateEngine(engine);
    if (applied.length > 0) logger?.debug({ applied, kind: engine.kind }, 'engine migrated');
    return ok(engine);
  } catch (error) {
    await engine?.close().catch(() => {});
    const known = engineProblem(error);
    if (known) return fail(known);
    logger?.warn({ error: String(error) }, 'engine not opened');
    return fail(problem('engine.refused', { detail: String(error).slice(0, 300) }, 503));
  }
}
