import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '#kit/result.ts';
import { createStaticFiles, safeHeaders } from '#platform/http/static-files.ts';
import { createApiDoor, openApiDocument } from './api.ts';
import { apiPage } from './api-page.ts';
import { createAttributionDoor } from './attribution-door.ts';
import { type Door, listen, sendJson } from './http.ts';
import { createMediaDoor } from './media-door.ts';
import { sweepMedia } from './media-uses.ts';
import { router } from './router.ts';
import { createSetAsideDoor } from './set-aside-door.ts';
import { createUploadsDoor } from './uploads-door.ts';
import type { World } from './world.ts';

const builtPages = fileURLToPath(new URL('../../dist/web', import.meta.url));

export type RunningServer = {
  /** `http://127.0.0.1:4747`. */
  readonly address: string;
  readonly port: number;
  /** Settled when what was to be done before being ready is done. */
  readonly prepared: Promise<void>;
  /** Stops listening, then closes the world. */
  stop(): Promise<void>;
};

/**
 * Puts the doors of one open world on its port. Problem: `port.taken`. The world is the caller's to close on failure.
 * `prepare` is begun once the port is ours; until it ends the pages answer and `/healthz` says that not all is ready.
 */
export async function startServer(
  world: World,
  prepare: () => Promise<void> = async () => {},
): Promise<Result<RunningServer>> {
  const { config, logger, metrics } = world;
  let ready = false;
  const server = await listen({
    host: config.host,
    port: config.port,
    logger,
    metrics,
    doors: [
      probes(world, () => ready),
      await documentation(),
      createUploadsDoor(world),
      createMediaDoor(world),
      createSetAsideDoor(world),
      createAttributionDoor(world),
      createApiDoor(router, world, logger),
      pages(),
    ],
    upgrade: (request, socket, head) => world.collaboration.handleUpgrade(request, socket, head),
  });
  if (!server.ok) return fail(server.problem);
  const { port, close } = server.value;
  const address = `http://${config.host === '::1' ? '[::1]' : config.host}:${port}`;
  await world.lock.publish(address);
  logger.info({ address, stores: { postgres: world.postgres.kind, engine: world.engine.kind } }, 'ready');
  const prepared = prepare().then(async () => {
    for (const { id } of await world.workspaces.list()) await sweepMedia(world, id, Date.now());
    world.watchAlerts();
    ready = true;
  });
  return ok({
    address,
    port,
    prepared,
    async stop() {
      const closing = close();
      await world.close();
      await closing;
    },
  });
}

/** Liveness and counters. Ready means: what had to be prepared is, and both stores answer (see `Engine.ready`). */
function probes({ postgres, engine, metrics, collaboration }: World, isReady: () => boolean): Door {
  return async ({ request, response, url }) => {
    if (request.method !== 'GET') return false;
    if (url.pathname === '/healthz' && !isReady()) {
      sendJson(response, 503, { status: 'preparing' });
      return true;
    }
    if (url.pathname === '/healthz') {
      await Promise.all([postgres.query('select 1'), engine.ready()]);
      sendJson(response, 200, { status: 'ready' });
      return true;
    }
    if (url.pathname === '/metrics') {
      metrics.openDocuments.set(collaboration.stats().openDocuments);
      response
        .writeHead(200, { 'content-type': metrics.registry.contentType, ...safeHeaders })
        .end(await metrics.registry.metrics());
      return true;
    }
    return false;
  };
}

async function documentation(): Promise<Door> {
  const document = await openApiDocument();
  return async ({ request, response, url, locale }) => {
    if (request.method !== 'GET') return false;
    if (url.pathname === '/api/openapi.json') {
      sendJson(response, 200, document);
      return true;
    }
    if (url.pathname === '/api/docs') {
      const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy,
          ...safeHeaders,
        })
        .end(apiPage(document, locale));
      return true;
    }
    return false;
  };
}

/** The built pages; without them (a test of the API alone) the server still answers everything else. */
function pages(): Door {
  const serve = existsSync(join(builtPages, 'index.html')) ? createStaticFiles(builtPages) : null;
  return async ({ request, response, url }) => {
    if (!serve || url.pathname.startsWith('/api/') || (request.method !== 'GET' && request.method !== 'HEAD'))
      return false;
    await serve(request, response, url.pathname);
    return true;
  };
}
