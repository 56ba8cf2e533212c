/**
 * The flow, the variants and their times in plain SQL over rows of events, as an analyst would write them with window functions. The
 * same text for ClickHouse and DuckDB but for two functions. It does a little less than Parcours: no links from the begin,
 * and those under way are not told from those who left.
 */
export type Dialect = {
  /** Exact median. */
  readonly median: string;
  /** The kinds of a customer in order. */
  readonly path: string;
};

export const inEngine: Dialect = {
  median: 'quantileExactInclusive(0.5)',
  path: 'arrayMap(e -> e.3, arraySort(groupArray((time, seq, kind))))',
};
export const inDuckdb: Dialect = { median: 'median', path: 'list(kind ORDER BY time, seq)' };

const other = 1000;
export const left = 2000;

/** Passages: the same kind twice in a row is one. `persona`: of the bench's own list; null: everyone. */
const passages = (persona: string | null): string => `
  SELECT customer, time, seq, kind FROM (
    SELECT customer, time, seq, kind, lag(kind, 1) OVER (PARTITION BY customer ORDER BY time, seq) AS before
    FROM raw_event ${persona === null ? '' : `WHERE persona = '${persona}'`}
  ) AS letters
  WHERE before IS NULL OR before <> kind`;

export const mostPassedSql = (persona: string | null, most: number): string => `
  SELECT kind, count(DISTINCT customer) AS journeys FROM (${passages(persona)}) AS passages
  GROUP BY kind ORDER BY journeys DESC, kind LIMIT ${most}`;

export const linksSql = ({ median }: Dialect, persona: string | null, drawn: readonly number[]): string => `
  SELECT origin, target, count(*) AS passages, count(DISTINCT customer) AS journeys,
         ${median}(CASE WHEN target < ${left} THEN next_time - time END) AS median_time
  FROM (
    SELECT customer, time, next_time, CASE WHEN kind IN (${drawn}) THEN kind ELSE ${other} END AS origin,
           CASE WHEN coalesce(next_kind, 0) = 0 THEN ${left} WHEN next_kind IN (${drawn}) THEN next_kind ELSE ${other} END AS target
    FROM (
      SELECT customer, time, kind, lead(kind, 1) OVER (PARTITION BY customer ORDER BY time, seq) AS next_kind,
             lead(time, 1) OVER (PARTITION BY customer ORDER BY time, seq) AS next_time
      FROM (${passages(persona)}) AS passages
    ) AS pairs
  ) AS links
  WHERE NOT (origin = ${other} AND target = ${other})
  GROUP BY origin, target ORDER BY origin, target`;

export const variantsSql = ({ median, path }: Dialect, persona: string | null): string => `
  SELECT path, count(*) AS journeys, ${median}(took) AS median_time, count(*) OVER () AS variants
  FROM (
    SELECT ${path} AS path, max(time) - min(time) AS took FROM (${passages(persona)}) AS passages GROUP BY customer
  ) AS paths
  GROUP BY path ORDER BY journeys DESC, path LIMIT 20`;

/** `windowFunnel` takes at most 32 conditions, and counts two events at the same moment in any order. */
export const mostWindowSteps = 32;
export const windowFunnelSql = (kinds: readonly number[]): string => `
  SELECT level, count() AS journeys FROM (
    SELECT windowFunnel(1000000000000000)(toUInt64(time), ${kinds.map((kind) => `kind = ${kind}`).join(', ')}) AS level
    FROM raw_event GROUP BY customer
  ) GROUP BY level ORDER BY level`;
