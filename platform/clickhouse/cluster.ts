import { type Cluster, partsForm } from './cluster-parts.ts';
import type { EngineSettings, OpenedEngine } from './engine.ts';
import { isSharded, shardingKey } from './migrations/sharded.ts';

/**
 * What the answers on a cluster rest on:
 *
 * - a set of customers is made once, of all shards, and not of its own rows by each shard;
 * - a write is done when it is done on the shards, and rows go to the shard of their customer (by default an INSERT … SELECT
 *   leaves them on the shard they were read on: a person with several ids would end up in pieces);
 * - rows like others before them are rows all the same, as on one machine;
 * - what changes a table is done on all replicas when it returns;
 * - a source without journeys on one of the shards can take the place of one with some.
 */
export const clusterSettings: EngineSettings = {
  distributed_product_mode: 'global',
  prefer_global_in_and_join: true,
  distributed_foreground_insert: true,
  parallel_distributed_insert_select: 0,
  async_insert: false,
  insert_deduplicate: false,
  alter_sync: 2,
  mutations_sync: 2,
  lightweight_deletes_sync: 2,
  allow_replace_partition_from_empty_source: true,
};

/** Name of the table that holds the rows of one node. */
export const ofNode = (table: string): string => (isSharded(table) ? `${table}_local` : table);

const create = /^(CREATE (?:OR REPLACE )?TABLE(?: IF NOT EXISTS)?) (\w+)\s+([\s\S]*)$/;
const twin = /^AS (\w+)$/;
const mergeTree = /\bENGINE = (\w*MergeTree)(?:\(([^)]*)\))?/;
const alter = /^ALTER TABLE (\w+)\s+([\s\S]*)$/;
const fromTable = /\bFROM (\w+)$/;
const drop = /^DROP TABLE IF EXISTS (\w+) SYNC$/;
const remove = /^DELETE FROM (\w+)\s+([\s\S]*)$/;
const stopMerges = /^SYSTEM STOP MERGES (\w+)$/;
const insert = /^INSERT INTO (\w+)\s/;

/**
 * A statement written for one machine, as the statements that do the same on a cluster, in order. A table shared out over the
 * shards is two there: `x_local` holds the rows of a node, `x` is all of them and is what questions and inserts name. A table
 * that lies everywhere keeps its name; a change of it spreads by itself. After a write all replicas are waited for, so that
 * whoever reads next finds it wherever it reads. Throws for a form it does not know of a statement that changes tables.
 */
export function clusterForm(statement: string, cluster: Cluster): string[] {
  const sql = statement.trim();
  const on = `ON CLUSTER ${cluster.name}`;
  const found = (form: RegExp): string[] | undefined => form.exec(sql)?.slice(1);

  const created = found(create);
  if (created) return createForm(created, on, cluster);
  const altered = found(alter);
  if (altered) {
    const [table = '', action = ''] = altered;
    if (!isSharded(table)) return [sql];
    if (action.startsWith('ADD COLUMN'))
      return [ofNode(table), table].map((each) => `ALTER TABLE ${each} ${on} ${action}`);
    return [
      `ALTER TABLE ${ofNode(table)} ${on} ${action.replace(fromTable, (_, from: string) => `FROM ${ofNode(from)}`)}`,
    ];
  }
  const dropped = found(drop)?.[0];
  // First what shows the rows, then what holds them.
  if (dropped !== undefined)
    return [...new Set([dropped, ofNode(dropped)])].map(
      (table) => `DROP TABLE IF EXISTS ${table} ${on} SYNC`,
    );
  const removed = found(remove);
  if (removed) {
    const [table = '', where = ''] = removed;
    return isSharded(table) ? [`DELETE FROM ${ofNode(table)} ${on} ${where}`] : [sql];
  }
  const stopped = found(stopMerges)?.[0];
  if (stopped !== undefined) return [`SYSTEM STOP MERGES ${on} ${ofNode(stopped)}`];
  const written = found(insert)?.[0];
  if (written !== undefined) return [sql, everywhereForm(written, cluster)];
  if (/^(CREATE|ALTER|DROP|DELETE|SYSTEM|INSERT|TRUNCATE|RENAME|OPTIMIZE)\b/i.test(sql))
    throw new Error(`no form on a cluster for: ${sql.slice(0, 80)}`);
  return [sql];
}

/** Waits until all replicas have what was written. */
const everywhereForm = (table: string, { name }: Cluster): string =>
  `SYSTEM SYNC REPLICA ON CLUSTER ${name} ${ofNode(table)}`;

function createForm([head = '', table = '', rest = '']: string[], on: string, cluster: Cluster): string[] {
  const own = `${head} ${ofNode(table)} ${on}`;
  const like = twin.exec(rest)?.[1];
  if (like === undefined && !mergeTree.test(rest)) throw new Error(`no form on a cluster for table ${table}`);
  if (like !== undefined && isSharded(like) !== isSharded(table))
    throw new Error(`${table} and ${like} do not lie alike on a cluster`);
  const holding = like === undefined ? `${own} ${replicated(table, rest)}` : `${own} AS ${ofNode(like)}`;
  if (!isSharded(table)) return [holding];
  return [
    holding,
    `${head} ${table} ${on} AS ${ofNode(table)}
ENGINE = Distributed('${cluster.name}', '${cluster.database}', '${ofNode(table)}', ${shardingKey})`,
  ];
}

/** `{uuid}`, `{shard}` and `{replica}` are told by each server: a table dropped and made again is another one. */
function replicated(table: string, definition: string): string {
  const [path, replica] = isSharded(table) ? ['{shard}', '{replica}'] : ['everywhere', '{shard}-{replica}'];
  return definition.replace(mergeTree, (_, engine: string, more?: string) => {
    const parts = [`'/clickhouse/tables/{uuid}/${path}'`, `'${replica}'`, ...(more ? [more] : [])];
    return `ENGINE = Replicated${engine}(${parts.join(', ')})`;
  });
}

/** The same engine with its tables laid out on a cluster; it has to be opened with `clusterSettings`. */
export function onCluster<Opened extends OpenedEngine>(engine: Opened, cluster: Cluster): Opened {
  const afterWriting = (table: string) => engine.command(everywhereForm(table, cluster));
  return {
    ...engine,
    query: (sql, params, options) => engine.query(partsForm(sql, cluster), params, options),
    async command(sql, params, options) {
      for (const statement of clusterForm(partsForm(sql, cluster), cluster))
        await engine.command(statement, params, options);
    },
    async insertRaw(rows) {
      await engine.insertRaw(rows);
      await afterWriting(rows.table);
    },
    async load(rows) {
      await engine.load(rows);
      await afterWriting(rows.table);
    },
  };
}
