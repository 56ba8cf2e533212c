/**
 * The figures of one level of the map (touchpoint, step or stage) in plain SQL over rows of events, with window functions, as an
 * analyst would write them. The same text for ClickHouse and DuckDB. It does a little less than Parcours: medians of what
 * ended, without Kaplan–Meier or intervals. `{end}` and `{patience}` are whole milliseconds put in by the bench.
 */
export const peerLevels = ['touchpoint', 'step', 'stage'] as const;
export type PeerLevel = (typeof peerLevels)[number];

const events = (level: PeerLevel): string => `
  SELECT e.customer AS customer, e.persona AS persona, e.time AS time, e.seq AS seq, e.score AS score,
         p.${level} AS place, p.stage AS stage,
         max(e.time) OVER (PARTITION BY e.customer) AS last_time,
         row_number() OVER (PARTITION BY e.customer ORDER BY e.time DESC, e.seq DESC) AS from_end
  FROM raw_event AS e LEFT JOIN place AS p ON p.kind = e.kind`;

export const countsSql = (level: PeerLevel, end: number, patience: number): string => `
  SELECT persona, place, count(*) AS volume,
         sum(CASE WHEN nth = 1 THEN 1 ELSE 0 END) AS customers,
         sum(CASE WHEN nth = 1 AND later > stage THEN 1 ELSE 0 END) AS went_on,
         sum(CASE WHEN nth = 1 AND NOT coalesce(later > stage, false) AND ${end} - last_time <= ${patience} THEN 1 ELSE 0 END) AS undecided,
         sum(CASE WHEN from_end = 1 AND ${end} - last_time > ${patience} THEN 1 ELSE 0 END) AS stopped,
         sum(CASE WHEN from_end = 1 AND ${end} - last_time <= ${patience} THEN 1 ELSE 0 END) AS in_progress
  FROM (
    SELECT *, row_number() OVER (PARTITION BY customer, place ORDER BY time, seq) AS nth,
           max(stage) OVER (PARTITION BY customer ORDER BY time, seq ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later
    FROM (${events(level)}) AS events
    WHERE place > 0
  ) AS flagged
  GROUP BY persona, place`;

/** `median`: name of the exact median in the engine asked. */
export const mediansSql = (level: PeerLevel, median: string): string => `
  SELECT persona, place, count(*) AS n, ${median}(left_at - time) AS median_time
  FROM (
    SELECT *, row_number() OVER (PARTITION BY customer, place ORDER BY time, seq) AS nth
    FROM (
      SELECT *, lead(time, 1) OVER (PARTITION BY customer ORDER BY time, seq) AS left_at,
             lead(seq, 1) OVER (PARTITION BY customer ORDER BY time, seq) AS next_seq
      FROM (
        SELECT *, lag(place, 1) OVER (PARTITION BY customer ORDER BY time, seq) AS before
        FROM (
          SELECT e.customer AS customer, e.persona AS persona, e.time AS time, e.seq AS seq, p.${level} AS place
          FROM raw_event AS e JOIN place AS p ON p.kind = e.kind
        ) AS bound
      ) AS runs
      WHERE before IS NULL OR before <> place
    ) AS starts
  ) AS passages
  WHERE nth = 1 AND next_seq > 0
  GROUP BY persona, place`;

export const scoresSql = (level: PeerLevel): string => `
  SELECT persona, place, count(*) AS n, avg(of_customer) AS mean, stddev_samp(of_customer) AS sd
  FROM (
    SELECT e.customer AS customer, e.persona AS persona, p.${level} AS place, avg(e.score) AS of_customer
    FROM raw_event AS e JOIN place AS p ON p.kind = e.kind
    WHERE e.score IS NOT NULL
    GROUP BY e.customer, e.persona, p.${level}
  ) AS means
  GROUP BY persona, place`;
