import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { readConfig } from './config.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    const config = unwrap(readConfig({}));
    expect(config).toMatchObject({ port: 4747, host: '127.0.0.1', demonstration: true });
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(config.databaseUrl).toBeUndefined();
  });

  it('treats an empty variable as absent', () => {
    expect(unwrap(readConfig({ PARCOURS_PORT: '', DATABASE_URL: '' })).port).toBe(4747);
  });

  it('takes a cluster with its server only', () => {
    const cluster = { CLICKHOUSE_CLUSTER: 'events' };
    const both = readConfig({ ...cluster, CLICKHOUSE_URL: 'http://localhost:8123/db' });
    expect(unwrap(both)).toMatchObject({ clickhouseCluster: 'events' });
    expect(readConfig(cluster)).toMatchObject({ problem: { code: 'config.invalid' } });
  });

  it('names every wrong variable at once', () => {
    const result = readConfig({ PARCOURS_PORT: 'eighty', REDIS_URL: 'http://x', PARCOURS_HOST: '0.0.0.0' });
    if (result.ok) throw new Error('should not be accepted');
    expect(result.problem.code).toBe('config.invalid');
    expect(result.problem.params?.variables).toBe(
      'PARCOURS_PORT = 0 … 65535; PARCOURS_HOST = 127.0.0.1 | localhost | ::1; REDIS_URL = redis://… | rediss://…',
    );
  });
});
