import { Readable } from 'node:stream';
import { createClient } from '@clickhouse/client';
import type { Engine, EngineSettings, Load, QueryOptions, QueryParams, RawInsert } from './engine.ts';
import { checkedIdentifier } from './params.ts';

/** A ClickHouse server over HTTP. The database is the one the URL names. */
export function connectServer(url: string, base: EngineSettings): Engine {
  const client = createClient({ url, request_timeout: 600_000, clickhouse_settings: { ...base } });
  const common = (params: QueryParams, { settings, signal }: QueryOptions) => ({
    query_params: { ...params },
    ...(settings && { clickhouse_settings: { ...settings } }),
    ...(signal && { abort_signal: signal }),
  });
  return {
    kind: 'server',
    async query<T>(sql: string, params: QueryParams = {}, options: QueryOptions = {}) {
      const result = await client.query({ query: sql, format: 'JSONEachRow', ...common(params, options) });
      return result.json<T>();
    },
    async command(sql, params = {}, options = {}) {
      await client.command({ query: sql, ...common(params, options) });
    },
    async *stream(sql, params = {}, options = {}) {
      const result = await client.exec({ query: `${sql} FORMAT TabSeparated`, ...common(params, options) });
      for await (const piece of result.stream) yield Buffer.from(piece as Uint8Array);
    },
    async insertRaw({ table, columns, format, values }: RawInsert) {
      const query = `INSERT INTO ${checkedIdentifier(table)} (${columns.map(checkedIdentifier).join(', ')}) FORMAT ${format}`;
      const result = await client.exec({
        query,
        values: values instanceof Readable ? values : Readable.from([values]),
      });
      result.stream.resume();
    },
    async load({ table, columns, select, structure, params = {}, values }: Load) {
      const types = structure.map(([name, type]) => `${checkedIdentifier(name)} ${type}`).join(', ');
      const result = await client.exec({
        query: `INSERT INTO ${checkedIdentifier(table)} (${columns.map(checkedIdentifier).join(', ')})
          SELECT ${select.join(', ')} FROM input({load_structure:String}) FORMAT TabSeparated`,
        query_params: { ...params, load_structure: types },
        values: Readable.from(values),
      });
      result.stream.resume();
    },
    close: () => client.close(),
  };
}
