import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createPostgresDocumentStore } from '#platform/collaboration/postgres-document-store.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { type CollaborationServer, startCollaborationServer } from './collaboration-server.ts';
import { boardKind, sampleBoard } from './sample-document.ts';
import { embeddedStore } from './stores.ts';

const workspace = 'w' as WorkspaceId;

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./offline-page.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}

describe('a document kept on the device', () => {
  let browser: TestBrowser;
  let postgres: Postgres;
  let server: CollaborationServer;
  let url: string;

  beforeAll(async () => {
    const script = await bundle();
    postgres = await embeddedStore.open();
    server = await startCollaborationServer(
      { store: createPostgresDocumentStore(postgres.db) },
      (request, response) => {
        const isScript = request.url === '/page.js';
        response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
        response.end(
          isScript
            ? script
            : '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
        );
      },
    );
    url = server.url.replace('ws:', 'http:').replace('/collaboration', '/');
    unwrap(await server.collaboration.create(workspace, boardKind, 'b', sampleBoard));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await postgres?.close();
  });

  const state = (page: Page) => page.evaluate(() => globalThis.board.snapshot());
  const until = (page: Page, status: string, unsynced: boolean) =>
    page.waitForFunction(
      ([wanted, open]) => {
        const now = globalThis.board?.snapshot();
        return now?.status === wanted && now.unsynced === open && now.document !== undefined;
      },
      [status, unsynced] as const,
    );

  it('is there without a network, also after the page was closed, and merges when it comes back', async () => {
    const { page, problems } = await browser.openPage({ url });
    await until(page, 'live', false);
    server.cut();
    await page.waitForFunction(() => globalThis.board.snapshot().status === 'offline');
    await page.evaluate(() =>
      globalThis.board.change([{ op: 'set', path: ['notes', 'n1', 'text'], value: 'Written in the bus' }]),
    );
    await page.reload();
    await until(page, 'offline', true);
    expect((await state(page)).document?.notes.n1?.text).toBe('Written in the bus');
    await page.evaluate(() => globalThis.board.change([{ op: 'set', path: ['owner'], value: 'Bus' }]));
    const meanwhile = [{ op: 'set', path: ['title'], value: 'Written at the office' }];
    unwrap(await server.collaboration.edit(workspace, boardKind, 'b', meanwhile, 'office'));
    server.mend();
    await until(page, 'live', false);
    const merged = unwrap(await server.collaboration.read(workspace, boardKind, 'b')).document;
    expect(merged).toEqual({
      ...sampleBoard,
      title: 'Written at the office',
      owner: 'Bus',
      notes: { ...sampleBoard.notes, n1: { ...sampleBoard.notes.n1, text: 'Written in the bus' } },
    });
    expect((await state(page)).document).toEqual(merged);
    expect(problems.filter((problem) => !problem.includes('WebSocket'))).toEqual([]);
  });

  it('is forgotten when asked', async () => {
    const { page } = await browser.openPage({ url });
    await until(page, 'live', false);
    await page.evaluate(() => globalThis.board.discardLocal());
    server.cut();
    await page.reload();
    await page.waitForFunction(() => globalThis.board?.snapshot().status === 'offline');
    expect((await state(page)).document).toBeUndefined();
    server.mend();
    await until(page, 'live', false);
  });
});
