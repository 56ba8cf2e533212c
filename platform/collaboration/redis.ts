import type { Redis } from '@hocuspocus/extension-redis';
import type { Logger } from '#platform/telemetry/log.ts';

/**
 * Tells other server processes about edits and presence through Redis. Only a fast path: what Redis loses is read from
 * the store's log when the projection is next written.
 */
export async function createRedisExtension(url: string, logger: Logger): Promise<Redis> {
  // Only here: most installations are one process.
  const { Redis } = await import('@hocuspocus/extension-redis');
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  const database = Number(pathname.slice(1));
  const extension = new Redis({
    host: hostname,
    port: Number(port || 6379),
    prefix: 'parcours',
    disconnectDelay: 200,
    options: {
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(Number.isInteger(database) && database > 0 && { db: database }),
      ...(protocol === 'rediss:' && { tls: {} }),
    },
  });
  for (const client of [extension.pub, extension.sub]) {
    client.on('error', (error: unknown) => logger.warn({ err: error }, 'Redis does not answer'));
  }
  return extension;
}
