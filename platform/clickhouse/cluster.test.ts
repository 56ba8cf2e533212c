import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clusterForm } from './cluster.ts';
import { partsForm } from './cluster-parts.ts';
import { statementsOf } from './migrate.ts';

const cluster = { name: 'c', database: 'db' };
const form = (sql: string): string[] => clusterForm(sql, cluster);
const scratch = `scratch_all_${'0'.repeat(20)}`;

describe('a statement on a cluster', () => {
  it('makes a table of customers twice: what a node holds, and all of it', () => {
    expect(
      form('CREATE TABLE IF NOT EXISTS event\n(customer String)\nENGINE = MergeTree\nORDER BY customer'),
    ).toEqual([
      `CREATE TABLE IF NOT EXISTS event_local ON CLUSTER c (customer String)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY customer`,
      `CREATE TABLE IF NOT EXISTS event ON CLUSTER c AS event_local
ENGINE = Distributed('c', 'db', 'event_local', cityHash64(customer))`,
    ]);
    expect(form(`CREATE TABLE ${scratch} AS event`)[0]).toBe(
      `CREATE TABLE ${scratch}_local ON CLUSTER c AS event_local`,
    );
  });

  it('makes any other table whole on every node', () => {
    expect(
      form('CREATE OR REPLACE TABLE who (a String) ENGINE = ReplacingMergeTree(version) ORDER BY a'),
    ).toEqual([
      `CREATE OR REPLACE TABLE who ON CLUSTER c (a String) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/everywhere', '{shard}-{replica}', version) ORDER BY a`,
    ]);
    expect(() => form(`CREATE TABLE ${scratch} AS event_kind`)).toThrow('do not lie alike');
  });

  it('moves partitions where they lie, and adds columns to both', () => {
    expect(form(`ALTER TABLE event REPLACE PARTITION 'i' FROM ${scratch}`)).toEqual([
      `ALTER TABLE event_local ON CLUSTER c REPLACE PARTITION 'i' FROM ${scratch}_local`,
    ]);
    expect(form('ALTER TABLE contact DROP PARTITION {version:String}')).toEqual([
      'ALTER TABLE contact DROP PARTITION {version:String}',
    ]);
    expect(form('ALTER TABLE lived_journey ADD COLUMN a Bool')).toEqual([
      'ALTER TABLE lived_journey_local ON CLUSTER c ADD COLUMN a Bool',
      'ALTER TABLE lived_journey ON CLUSTER c ADD COLUMN a Bool',
    ]);
  });

  it('waits for the replicas after a write, and drops both', () => {
    expect(form('INSERT INTO event SELECT 1')).toEqual([
      'INSERT INTO event SELECT 1',
      'SYSTEM SYNC REPLICA ON CLUSTER c event_local',
    ]);
    expect(form(`DROP TABLE IF EXISTS ${scratch} SYNC`)).toEqual([
      `DROP TABLE IF EXISTS ${scratch} ON CLUSTER c SYNC`,
      `DROP TABLE IF EXISTS ${scratch}_local ON CLUSTER c SYNC`,
    ]);
    expect(form('DELETE FROM event_kind WHERE id = 1')).toEqual(['DELETE FROM event_kind WHERE id = 1']);
  });

  it('is refused when it changes tables in a form nobody thought of', () => {
    expect(() => form('TRUNCATE TABLE event')).toThrow('no form on a cluster');
    expect(() => form('CREATE TABLE a (b String) ENGINE = Log')).toThrow('no form on a cluster');
  });

  it('is there for every migration', () => {
    const folder = join(import.meta.dirname, 'migrations');
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    const statements = files.flatMap((name) => statementsOf(readFileSync(join(folder, name), 'utf8')));
    expect(statements.length).toBeGreaterThan(10);
    for (const statement of statements) expect(form(statement).join()).toContain(' ON CLUSTER c ');
  });
});

describe('a question on a cluster', () => {
  it('is computed row by row on the shards as far as it can', () => {
    expect(
      partsForm(
        `SELECT code, count() FROM (SELECT arrayJoin(a) AS code FROM (SELECT *, f(')') AS a FROM lived_journey WHERE w = 1)) GROUP BY code`,
        cluster,
      ),
    ).toBe(
      `SELECT code, count() FROM cluster('c', view(SELECT arrayJoin(a) AS code FROM (SELECT *, f(')') AS a FROM db.lived_journey_local WHERE w = 1))) GROUP BY code`,
    );
  });

  it.each([
    'SELECT count() FROM lived_journey',
    'SELECT n FROM (SELECT max(events) AS n FROM lived_journey)',
    'SELECT * FROM (SELECT customer FROM event ORDER BY time LIMIT 1)',
    'SELECT id FROM event_kind WHERE id IN (SELECT arrayJoin(kinds) FROM lived_journey)',
    'SELECT 1 FROM (SELECT customer FROM event WHERE customer IN (SELECT customer FROM lived_journey))',
  ])('is left to the engine: %s', (sql) => {
    expect(partsForm(sql, cluster)).toBe(sql);
  });
});
