import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Session } from 'chdb';
import { ok } from '#kit/result.ts';
import { clusterSettings, ofNode, onCluster } from '#platform/clickhouse/cluster.ts';
import { openEmbedded } from '#platform/clickhouse/embedded.ts';
import type { OpenedEngine, QueryOptions, QueryParams } from '#platform/clickhouse/engine.ts';
import { migrateEngine } from '#platform/clickhouse/migrate.ts';
import { isSharded, shardingKey } from '#platform/clickhouse/migrations/sharded.ts';
import { commonSettings, type openEngine } from '#platform/clickhouse/open-engine.ts';
import { insertStatement, loadStatement } from '#platform/clickhouse/server.ts';

export const cluster = { name: 'halves', database: 'parcours' };

const shard =
  '<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>9000</port></replica></shard>';
const configuration = `<clickhouse><tcp_port>9000</tcp_port><remote_servers><${cluster.name}>${shard}${shard}</${cluster.name}></remote_servers></clickhouse>`;

/**
 * The embedded engine as a cluster of two shards, and each of its answers compared with that of the whole. It is configured
 * with two shards that are both itself, so `Distributed` tables are read and written by the engine's own means: each shard
 * computes its part, and parts are merged. A shard sees only the customers that are its own, by a filter on the tables of the
 * node. What a cluster has and this has not: replicas, statements sent to other nodes (ON CLUSTER), a network.
 */
export function openHalves() {
  /** Every different statement, as the product writes it. */
  const sent = new Set<string>();
  /** Answers of the two halves that are not those of the whole. */
  const differences: string[] = [];
  /** Statements that failed, with why: the server tells nobody. */
  const failures: string[] = [];
  let compared = 0;

  const open: typeof openEngine = async ({ dataDir = '' }) => {
    const config = join(dataDir, '..', 'two-shards.xml');
    await writeFile(config, configuration);
    // Connections to one folder share the engine that the first of them has configured.
    const session = new Session(join(dataDir, 'engine'), { connectionArgs: [`--config-file=${config}`] });
    // One connection: this is about what is answered, not about who asks at once.
    const opened = await openEmbedded(dataDir, { ...commonSettings, ...clusterSettings }, 1);
    const told = async <T>(sql: string, work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        failures.push(`${sql}\n${String(error)}`);
        throw error;
      }
    };
    const node: OpenedEngine = {
      ...opened,
      query: (sql, params, options) => told(sql, opened.query(sql, params, options)),
      command: (sql, params, options) => told(sql, opened.command(sql, params, options)),
    };
    const tables = new Set<string>();
    const halved = ({ settings, signal }: QueryOptions = {}): QueryOptions => {
      const own = `${shardingKey} % 2 = shardNum() - 1`;
      const filters = [...tables].map((table) => `'${cluster.database}.${table}': '${own}'`);
      return {
        settings: { ...settings, additional_table_filters: `{${filters.join(', ')}}` },
        ...(signal && { signal }),
      };
    };

    /** One node does at once what a cluster is told to do on all of its own. */
    const oneNode: OpenedEngine = {
      ...node,
      async command(sql, params, options) {
        if (sql.startsWith('SYSTEM SYNC REPLICA')) return;
        const made = /^CREATE (?:OR REPLACE )?TABLE (?:IF NOT EXISTS )?(\w+_local) /.exec(sql)?.[1];
        if (made) tables.add(made);
        const plain = sql
          .replace(` ON CLUSTER ${cluster.name}`, '')
          .replace(/ENGINE = Replicated(\w+)\('[^']*', '[^']*'(?:, )?/, 'ENGINE = $1(');
        await node.command(plain, params, halved(options));
        const gone = /^DROP TABLE IF EXISTS (\w+_local) /.exec(sql)?.[1];
        if (gone) tables.delete(gone);
      },
      query: (sql, params, options) => node.query(sql, params, halved(options)),
      stream: (sql, params, options) => node.stream(sql, params, halved(options)),
    };
    const distributed = onCluster(oneNode, cluster);

    const engine: OpenedEngine = {
      ...distributed,
      async command(sql, params, options) {
        sent.add(sql);
        await distributed.command(sql, params, options);
      },
      async query<T>(sql: string, params?: QueryParams, options?: QueryOptions): Promise<T[]> {
        sent.add(sql);
        const rows = await distributed.query<T>(sql, params, options);
        const whole = await node.query<T>(ofWhole(sql), params, options);
        compared++;
        if (comparable(rows, sql) !== comparable(whole, sql))
          differences.push(`${sql}\n${JSON.stringify(rows)}\n${JSON.stringify(whole)}`);
        return rows;
      },
      insertRaw(rows) {
        sent.add(insertStatement(rows));
        return distributed.insertRaw(rows);
      },
      load(rows) {
        sent.add(loadStatement(rows));
        return distributed.load(rows);
      },
      stream(sql, params, options) {
        sent.add(sql);
        return distributed.stream(sql, params, options);
      },
      async close() {
        await node.close();
        session.close();
      },
    };
    await migrateEngine(engine);
    return ok({ ...engine, settled: false });
  };

  return { open, sent, differences, failures, compared: () => compared };
}

/** The same question to the tables of the node, where all rows lie. */
const ofWhole = (sql: string): string =>
  sql.replace(/\b(FROM|JOIN)(\s+)(\w+)\b/g, (all, word: string, space: string, table: string) =>
    isSharded(table) ? `${word}${space}${ofNode(table)}` : all,
  );

/** Rows come in any order where none is asked for, and so do lists that are gathered beside each other. */
function comparable(rows: readonly unknown[], sql: string): string {
  const texts = rows.map((row) => JSON.stringify(gathered(row, sql)));
  return (/\bORDER BY\b[^()]*$/.test(sql) ? texts : texts.sort()).join('\n');
}

function gathered(row: unknown, sql: string): unknown {
  if (!sql.includes('groupArray(n) AS counts') || typeof row !== 'object' || row === null) return row;
  const { head, tails, counts } = row as { head: number; tails: number[]; counts: number[] };
  return [head, tails.map((tail, at) => `${tail}:${counts[at]}`).sort()];
}
