import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

type Rows<Row> = { readonly rows: Row[] };

/** Both drivers answer a raw statement with `{ rows }`. */
interface RowsResult extends PgQueryResultHKT {
  type: Rows<this['row']>;
}

/** The one type stores are written against, whether PGlite or PostgreSQL answers. */
export type Database = PgDatabase<RowsResult, Record<string, never>>;

/** What a store may run its statements on: the database, or the transaction it was handed. */
export type Queryable = Database | Transaction;

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * Runs `work` in one transaction; what it throws undoes everything. Inside, use the `tx` given and nothing else:
 * PGlite has one connection, and a query beside the transaction would wait for it for ever.
 */
export function withTransaction<T>(db: Queryable, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(work);
}
