import { readFileSync } from 'node:fs';
import type { WorkspaceId } from '#kit/ids.ts';

/**
 * A server process to edit on: `{"of":"parcours","dataDir":…}`, the whole of Parcours with one large map; or the peer,
 * `{"of":"bare"}`, Hocuspocus as it comes, with a document that nobody checks and nobody keeps. Tells where it listens,
 * then what it has used whenever it is asked.
 */
const options = JSON.parse(process.argv[2]!) as { of: 'parcours' | 'bare'; dataDir: string };
let stored = async (): Promise<number | null> => null;

if (options.of === 'parcours') {
  // Only here: the peer must not carry what it does not use. First what the command loads first.
  await import('#platform/postgres/resolve-drizzle.ts');
  const { pino } = await import('pino');
  const { journeyMapDocument } = await import('#journey/domain/document.ts');
  const { unwrap } = await import('#kit/result.ts');
  const { startServer } = await import('../../apps/server/start.ts');
  const { openWorld } = await import('../../apps/server/world.ts');
  const { largeMap } = await import('./_large-map.ts');
  const { dataDir } = options;
  const world = unwrap(
    await openWorld(
      { port: 0, host: '127.0.0.1', dataDir, logLevel: 'warn', memory: 'small', demonstration: false },
      pino({ level: 'warn' }, pino.destination(2)),
    ),
  );
  const { address } = unwrap(await startServer(world));
  const workspaceId = 'bench' as WorkspaceId;
  await world.workspaces.add({
    id: workspaceId,
    name: 'Bench',
    language: 'en',
    zone: 'Europe/Paris',
    minimum: 30,
    demonstration: false,
    createdAt: new Date().toISOString(),
  });
  unwrap(await world.collaboration.create(workspaceId, journeyMapDocument, 'm', largeMap()));
  stored = async () => {
    const log = await world.documents.load(workspaceId, 'm');
    return log
      ? [log.snapshot ?? new Uint8Array(), ...log.updates].reduce((sum, part) => sum + part.length, 0)
      : null;
  };
  process.send?.({ address });
} else {
  const { Server } = await import('@hocuspocus/server');
  const bare = new Server({ quiet: true, stopOnSignals: false, address: '127.0.0.1', port: 0 });
  await bare.listen();
  process.send?.({ address: `http://127.0.0.1:${bare.address.port}` });
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  void stored().then((documentBytes) =>
    process.send?.({
      cpuMilliseconds: (user + system) / 1000,
      residentMiB: process.memoryUsage().rss / 2 ** 20,
      ownMiB: ownMemory(),
      documentBytes,
    }),
  );
});

/** Memory of the process alone, in MiB: without the pages of program files that it maps and the system may drop. */
function ownMemory(): number | null {
  try {
    const [, kibibytes] = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) / 1024;
  } catch {
    return null;
  }
}
