import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createStaticFiles } from './static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-static-'));
const script = `const said = ${JSON.stringify('a map '.repeat(400))};`;
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets/map.js'), script);
writeFileSync(join(folder, 'assets/map.js.br'), brotliCompressSync(script));
writeFileSync(join(folder, 'assets/map.js.gz'), gzipSync(script));
writeFileSync(join(folder, 'assets/small.js'), 'small');
const send = createStaticFiles(folder);
const server = createServer((request, response) => void send(request, response, request.url ?? '/'));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, accepted: string) =>
  fetch(base + path, { headers: { 'accept-encoding': accepted } });

describe('the files of the pages', () => {
  it('travel in the shortest form that the browser understands', async () => {
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip;q=0.8', 'gzip'],
      ['identity', null],
    ] as const) {
      const answer = await get('/assets/map.js', accepted);
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('vary')).toBe('accept-encoding');
      expect(answer.headers.get('content-type')).toContain('text/javascript');
      expect(await answer.text()).toBe(script);
    }
    expect((await get('/assets/small.js', 'br')).headers.get('content-encoding')).toBeNull();
  });

  it('are the one page at any other address, and 404 where an asset is missing or outside', async () => {
    expect(await (await get('/w/a/maps/b', 'br')).text()).toBe('<!doctype html>');
    expect((await get('/assets/none.js', 'br')).status).toBe(404);
    expect((await get('/assets/..%2f..%2fetc%2fpasswd', 'br')).status).toBe(404);
  });
});
