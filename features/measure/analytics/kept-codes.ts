import { createHash, randomInt } from 'node:crypto';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { isTableGone } from '#platform/clickhouse/problems.ts';
import { type JourneyCodes, unfolding } from './journey-codes.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';

/** All journeys of a source: `fingerprints` is the sum of theirs, 64 bits as text. */
export type SourceContent = { readonly journeys: number; readonly fingerprints: string };

/** How much is kept at most, all workspaces together: the newest tables, one at least. */
export type Keeping = { readonly tables: number; readonly bytes: number };

type Source = Pick<JourneysScope, 'workspaceId' | 'sourceId'>;

const prefix = 'scratch_codes_';
const stampLength = 14;

const hash = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

const ofSource = ({ workspaceId, sourceId }: Source): string =>
  `${prefix}${hash(JSON.stringify([workspaceId, sourceId]), 16)}_`;

/** Orders names as tables were made; a name is never used again. */
const stamp = (): string =>
  Date.now().toString(36).padStart(9, '0') +
  randomInt(36 ** 5)
    .toString(36)
    .padStart(5, '0');

const stampOf = ({ name }: { readonly name: string }): string => name.slice(-stampLength);

/** Tables whose name begins so, oldest first. */
async function tablesOf(engine: Engine, beginning: string): Promise<{ name: string; bytes: number }[]> {
  const tables = await engine.query<{ name: string; bytes: number }>(
    `SELECT name, toUInt64(ifNull(total_bytes, 0)) AS bytes FROM system.tables
     WHERE database = currentDatabase() AND startsWith(name, {beginning:String}) AND NOT endsWith(name, '_local')`,
    { beginning },
  );
  return tables.sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1));
}

async function dropTables(engine: Engine, tables: readonly { readonly name: string }[]): Promise<void> {
  for (const { name } of tables) await engine.command(`DROP TABLE IF EXISTS ${name} SYNC`);
}

/** What is kept of a source whose journeys are no longer the same could not be found any more: it is removed. */
export const dropCodes = async (engine: Engine, source: Source): Promise<void> =>
  dropTables(engine, await tablesOf(engine, ofSource(source)));

/** What this process knows of an engine. */
type Known = {
  /** Tables that hold all that they were made of. */
  readonly whole: Set<string>;
  /** Beginnings of names of tables that could not be made: not tried again at each question. */
  readonly failed: Set<string>;
};

const known = new WeakMap<Engine, Known>();
function knownOf(engine: Engine): Known {
  const found = known.get(engine) ?? { whole: new Set(), failed: new Set() };
  known.set(engine, found);
  return found;
}

const columns = [
  'workspace_id',
  'source_id',
  'customer',
  'attributes',
  'first_time',
  'last_time',
  'closed',
  'fingerprint',
].join(', ');

const smallBlocks = { min_insert_block_size_rows: 262_144, min_insert_block_size_bytes: 64_000_000 };

const contentSql = (condition: string): string =>
  `countIf(${condition}) AS journeys, toString(sumIf(fingerprint, ${condition})) AS fingerprints`;

export async function sourceContent(engine: Engine, source: Source): Promise<SourceContent> {
  const [row] = await engine.query<SourceContent>(
    `SELECT ${contentSql('true')} FROM lived_journey WHERE ${inScope(wholeOf(source))}`,
    scopeParams(wholeOf(source)),
  );
  return row ?? { journeys: 0, fingerprints: '0' };
}

const wholeOf = ({ workspaceId, sourceId }: Source): JourneysScope => ({ workspaceId, sourceId });

/**
 * Codes of the journeys of a source that are kept between questions, each kind of them in a table of its own. A table is found
 * by what it was made of: the content of the source, and the very SQL and values that made it. What depends on anything else
 * is not found, and nobody has to tell that something has changed. A table counts from the moment it is seen to
 * hold every journey of that content, so that one half made is never read.
 */
export class KeptCodes {
  readonly #engine: Engine;
  readonly #source: JourneysScope;
  readonly #content: SourceContent;
  readonly #found = new Map<string, Promise<string | undefined>>();
  readonly #lacking = new Map<string, JourneyCodes>();

  /** `content`: as `sourceContent` tells it for this question. */
  constructor(engine: Engine, source: Source, content: SourceContent) {
    this.#engine = engine;
    this.#source = wholeOf(source);
    this.#content = content;
  }

  /** Was something asked that is not kept, and could be? */
  get lacks(): boolean {
    return this.#lacking.size > 0;
  }

  /** The table with these codes (of the whole source), if there is one. */
  find(codes: JourneyCodes): Promise<string | undefined> {
    const name = this.#nameOf(codes);
    const found = this.#found.get(name) ?? this.#find(name, codes);
    this.#found.set(name, found);
    return found;
  }

  /** Makes what was lacking, then removes the oldest of all that is kept beyond `keeping`. Throws the first fault, at the end. */
  async keep(keeping: Keeping, signal?: AbortSignal): Promise<void> {
    const faults: unknown[] = [];
    for (const [name, codes] of this.#lacking) {
      if (signal?.aborted) break;
      try {
        await this.#make(`${name}${stamp()}`, codes);
        await dropBeyond(this.#engine, keeping);
      } catch (error) {
        knownOf(this.#engine).failed.add(name);
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }

  #nameOf({ type, of, from, params }: JourneyCodes): string {
    const made = JSON.stringify([this.#content, type, of, from, params], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    return `${ofSource(this.#source)}${hash(made, 20)}_`;
  }

  async #find(beginning: string, codes: JourneyCodes): Promise<string | undefined> {
    for (const { name } of await tablesOf(this.#engine, beginning)) {
      // One that is removed while it is looked at is none.
      const isWhole = this.#isWhole(name, codes).catch((error: unknown) => {
        if (isTableGone(error)) return false;
        throw error;
      });
      if (await isWhole) return name;
    }
    if (!knownOf(this.#engine).failed.has(beginning)) this.#lacking.set(beginning, codes);
    return undefined;
  }

  async #isWhole(table: string, { of }: JourneyCodes): Promise<boolean> {
    if (knownOf(this.#engine).whole.has(table)) return true;
    const where = inScope(this.#source);
    const params = scopeParams(this.#source);
    const [[kept], [lived]] = await Promise.all([
      this.#engine.query<SourceContent>(`SELECT ${contentSql('true')} FROM ${table} WHERE ${where}`, params),
      this.#engine.query<SourceContent & { whole: string }>(
        `SELECT ${contentSql(of)}, toString(sum(fingerprint)) AS whole FROM lived_journey WHERE ${where}`,
        params,
      ),
    ]);
    const isWhole =
      lived?.whole === this.#content.fingerprints &&
      kept?.fingerprints === lived.fingerprints &&
      kept.journeys === lived.journeys;
    if (isWhole) knownOf(this.#engine).whole.add(table);
    return isWhole;
  }

  async #make(table: string, codes: JourneyCodes): Promise<void> {
    try {
      // Journeys of one group beside each other: their codes are counted a quarter faster.
      await this.#engine.command(
        `CREATE TABLE ${table}
         (
           workspace_id LowCardinality(String),
           source_id LowCardinality(String),
           customer String,
           attributes Map(LowCardinality(String), String),
           first_time DateTime64(3, 'UTC'),
           last_time DateTime64(3, 'UTC'),
           closed Bool,
           fingerprint UInt64,
           codes Array(${codes.type})
         )
         ENGINE = MergeTree
         ORDER BY (workspace_id, source_id, cityHash64(attributes))`,
      );
      await this.#engine.command(`SYSTEM STOP MERGES ${table}`);
      // On one thread, as who asks meanwhile goes first; in small blocks, as each is sorted in memory.
      await this.#engine.command(
        `INSERT INTO ${table} (${columns}, codes) SELECT ${columns}, arrayFilter(code -> code > 0, codes) FROM ${codes.from}`,
        codes.params,
        { settings: { ...unfolding, max_threads: 1, ...smallBlocks } },
      );
      if (!(await this.#isWhole(table, codes))) await dropTables(this.#engine, [{ name: table }]);
    } catch (error) {
      await dropTables(this.#engine, [{ name: table }]).catch(() => {});
      // The source has changed meanwhile, and what is kept of it was removed.
      if (!isTableGone(error)) throw error;
    }
  }
}

async function dropBeyond(engine: Engine, { tables, bytes }: Keeping): Promise<void> {
  const newestFirst = (await tablesOf(engine, prefix)).reverse();
  let sum = 0;
  const beyond = newestFirst.filter((table, index) => {
    sum += table.bytes;
    return index > 0 && (index >= tables || sum > bytes);
  });
  await dropTables(engine, beyond);
}

/**
 * Asks the codes of the journeys in a scope: from a table that keeps them where there is one, else made out of the journeys.
 * `codesOf`: how they are made.
 */
export async function askCodes<Answer>(
  scope: JourneysScope,
  codesOf: (scope: JourneysScope) => JourneyCodes,
  kept: KeptCodes | undefined,
  ask: (codes: Pick<JourneyCodes, 'from' | 'params'>) => Promise<Answer>,
): Promise<Answer> {
  const table = await kept?.find(codesOf(wholeOf(scope)));
  if (table === undefined) return ask(codesOf(scope));
  try {
    return await ask({ from: `${table} WHERE ${inScope(scope)}`, params: scopeParams(scope) });
  } catch (error) {
    // Removed since it was found: for a newer one, or because the source has changed.
    if (!isTableGone(error)) throw error;
    return ask(codesOf(scope));
  }
}
