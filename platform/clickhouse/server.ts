import { Readable } from 'node:stream';
import { createClient } from '@clickhouse/client';
import type { Engine, EngineSettings, Load, QueryOptions, QueryParams, RawInsert } from './engine.ts';
import { checkedIdentifier } from './params.ts';

const listed = (columns: readonly string[]): string => columns.map(checkedIdentifier).join(', ');

/** The statement that rows already in a format follow. */
export const insertStatement = ({ table, columns, format }: Omit<RawInsert, 'values'>): string =>
  `INSERT INTO ${checkedIdentifier(table)} (${listed(columns)}) FORMAT ${format}`;

/** The statement that rows to be worked on follow; their types are the parameter `load_structure`. */
export const loadStatement = ({
  table,
  columns,
  select,
  format = 'TabSeparated',
}: Omit<Load, 'values'>): string =>
  `INSERT INTO ${checkedIdentifier(table)} (${listed(columns)})
   SELECT ${select.join(', ')} FROM input({load_structure:String}) FORMAT ${format}`;

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
    settled: false,
    async ready() {
      await client.command({ query: 'SELECT 1' });
    },
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
    async insertRaw({ values, ...insert }) {
      const result = await client.exec({
        query: insertStatement(insert),
        values: values instanceof Readable ? values : Readable.from([values]),
      });
      result.stream.resume();
    },
    async load({ values, ...load }) {
      const types = load.structure.map(([name, type]) => `${checkedIdentifier(name)} ${type}`).join(', ');
      const result = await client.exec({
        query: loadStatement(load),
        query_params: { ...load.params, load_structure: types },
        values: Readable.from(values),
      });
      result.stream.resume();
    },
    close: () => client.close(),
  };
}
