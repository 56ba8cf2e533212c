import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, type ServeProcess, startServe } from '#testing/command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('serve', () => {
  let server: ServeProcess;
  let data: string;
  beforeAll(async () => {
    data = join(folder, 'first');
    server = await startServe(data);
  });

  it('is ready when it says its address', async () => {
    const answer = await fetch(`${server.address}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('refuses a data folder that another one owns, and says who', async () => {
    const second = await runCommand(['serve'], { env: { PARCOURS_DATA: data } });
    expect(second.code).toBe(1);
    expect(second.stdout).toBe('');
    expect(second.stderr).toContain(`The data folder ${data} is in use by another Parcours`);
    expect(second.stderr).toContain(String(server.child.pid));
    const french = await runCommand(['serve'], { env: { PARCOURS_DATA: data, PARCOURS_LANG: 'fr' } });
    expect(french.stderr).toContain('est utilisé par un autre Parcours');
  });

  it('refuses a port that another program has', async () => {
    const { port } = new URL(server.address);
    const elsewhere = join(folder, 'elsewhere');
    const second = await runCommand(['serve'], { env: { PARCOURS_DATA: elsewhere, PARCOURS_PORT: port } });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`Port ${port} is taken by another program`);
  });

  it('stops with 0 on Ctrl-C while pages are open, however often it is asked', async () => {
    const page = new WebSocket(`${server.address.replace('http', 'ws')}/collaboration`);
    await new Promise((resolve, reject) => {
      page.onopen = resolve;
      page.onerror = reject;
    });
    const closed = new Promise((resolve) => {
      page.onclose = resolve;
    });
    const idle = await fetch(`${server.address}/healthz`, { headers: { connection: 'keep-alive' } });
    await idle.text();
    server.child.kill('SIGINT');
    expect(await server.stop('SIGINT')).toBe(0);
    await closed;
  });

  it('starts again on the same folder, and stops on SIGTERM', async () => {
    const again = await startServe(data);
    expect((await fetch(`${again.address}/healthz`)).status).toBe(200);
    expect(await again.stop('SIGTERM')).toBe(0);
  });

  it('takes over what a killed one has left', async () => {
    const killed = await startServe(data);
    await killed.api.workspace.create({ name: 'Kept', language: 'en' });
    await killed.kill();
    const next = await startServe(data);
    expect((await next.api.workspace.list()).map(({ name }) => name)).toEqual(['Kept']);
    expect(await next.stop()).toBe(0);
  });
});

describe('configuration', () => {
  it('names every variable that is wrong', async () => {
    const env = { PARCOURS_PORT: 'many', REDIS_URL: 'http://nowhere', PARCOURS_DATA: join(folder, 'never') };
    const refused = await runCommand(['serve'], { env });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('PARCOURS_PORT');
    expect(refused.stderr).toContain('REDIS_URL');
  });

  it('says why a data folder cannot be used', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const refused = await runCommand(['serve'], { env: { PARCOURS_DATA: file } });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`The data folder ${file} cannot be used`);
  });

  it('does not take a port that is taken on its own address', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const env = { PARCOURS_DATA: join(folder, 'port'), PARCOURS_PORT: String(port), PARCOURS_DEMO: 'yes' };
    const refused = await runCommand(['serve', '--json'], { env });
    other.close();
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'port.taken', params: { port } });
  });
});
