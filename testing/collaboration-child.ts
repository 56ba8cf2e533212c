import { createServer } from 'node:http';
import { pino } from 'pino';
import type { WorkspaceId } from '#kit/ids.ts';
import { randomId } from '#kit/random-id.ts';
import { unwrap } from '#kit/result.ts';
import { createCollaboration } from '#platform/collaboration/collaboration.ts';
import { createPostgresDocumentStore } from '#platform/collaboration/postgres-document-store.ts';
import { openPostgres } from '#platform/postgres/open.ts';
import { boardKind, emptyBoard } from './sample-document.ts';

/**
 * A server process of its own, to be killed: `node collaboration-child.ts '{"dataDir": …}'`. Prints its port once it
 * listens. Makes document `b` of workspace `w` if it is not there.
 */
const options = JSON.parse(process.argv[2]!) as { dataDir?: string; url?: string };
const logger = pino({ level: process.env.TEST_LOG ?? 'silent' }, pino.destination(2));
const postgres = unwrap(await openPostgres({ dataDir: options.dataDir, url: options.url, logger }));
const collaboration = createCollaboration({
  store: createPostgresDocumentStore(postgres.db),
  kinds: [boardKind],
  logger,
  now: () => new Date(),
  newId: randomId,
});
// It may be there already: both outcomes are fine.
await collaboration.create('w' as WorkspaceId, boardKind, 'b', emptyBoard);
const server = createServer();
server.on('upgrade', (request, socket, head) => collaboration.handleUpgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
