import { createRequire } from 'node:module';

/**
 * The peer, in a process of its own: the engine's own INSERT … SELECT FROM file() of the same columns into a table with the
 * same order, without checking a row, keeping an order of arrival or building journeys. Writes one line of JSON.
 */
const [path = '', folder = ''] = process.argv.slice(2);
const { Session } = createRequire(import.meta.url)('chdb') as typeof import('chdb');
const session = new Session(folder);
session.query(`CREATE DATABASE peer ENGINE = Atomic`);
session.query(`CREATE TABLE peer.event (customer String, time DateTime64(3, 'UTC'), event LowCardinality(String),
  channel LowCardinality(String), score Nullable(Float64), verbatim String, event_id String, persona LowCardinality(String),
  plan LowCardinality(String), region LowCardinality(String), age_band LowCardinality(String))
  ENGINE = MergeTree ORDER BY (customer, time)`);
const start = performance.now();
await session.queryAsync(
  `INSERT INTO peer.event SELECT customer, parseDateTime64BestEffort(time, 3, 'UTC'), event, channel, score, verbatim,
     event_id, persona, plan, region, age_band
   FROM file('${path.replaceAll("'", "''")}', 'CSVWithNames', 'event_id String, customer String, case_id String,
     time String, event String, channel String, score Nullable(Float64), verbatim String, language String, persona String,
     plan String, region String, age_band String')`,
);
const milliseconds = performance.now() - start;
const { n } = JSON.parse(session.query('SELECT toUInt32(count()) AS n FROM peer.event', 'JSONEachRow')) as {
  n: number;
};
process.stdout.write(
  `${JSON.stringify({ rows: n, milliseconds, peak: process.resourceUsage().maxRSS * 1024 })}\n`,
);
session.close();
