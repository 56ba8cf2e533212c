import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiProblem, mediaUrl } from '#client/api.ts';
import { addCard } from '#journey/domain/edit/card.ts';
import { outline } from '#journey/domain/outline.ts';
import { problemDetailsSchema } from '#kit/contract.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { lockDataFolder } from '#platform/files/data-lock.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { startServer } from './start.ts';

let app: TestWorld;
beforeAll(async () => {
  app = await openTestWorld();
});
afterAll(() => app.close());

/** `fetch` sets Host and Origin itself; these tests must choose them. */
function ask(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.address);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      );
    });
    sent.on('error', reject).end();
  });
}

describe('the door', () => {
  it('is ready', async () => {
    const answer = await fetch(`${app.address}/healthz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ready' });
  });

  it('does not let a page of another site read or write', async () => {
    const { host } = new URL(app.address);
    for (const headers of [
      { host, origin: 'http://evil.example' },
      { host, 'sec-fetch-site': 'cross-site' },
      { host: 'evil.example' },
      { host, origin: 'null' },
    ]) {
      const refused = await ask('/api/v1/workspaces', headers);
      expect(refused.status).toBe(403);
      expect(refused.type).toContain('application/problem+json');
      expect(problemDetailsSchema.parse(JSON.parse(refused.body)).code).toMatch(/^request\.wrong-/);
    }
    const counted = await (await fetch(`${app.address}/metrics`)).text();
    expect(counted).toMatch(/parcours_http_refused_total 4/);
  });

  it('describes itself as OpenAPI 3.1, with every path under /v1', async () => {
    const document = (await (await fetch(`${app.address}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths).length).toBeGreaterThan(20);
    expect(Object.keys(document.paths).every((path) => path.startsWith('/v1/workspaces'))).toBe(true);
    const page = await fetch(`${app.address}/api/docs`, { headers: { 'accept-language': 'fr-FR,fr;q=0.9' } });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('<html lang="fr">');
    for (const path of Object.keys(document.paths)) expect(html).toContain(`/api${path}`);
  });

  it('counts requests without ids in the labels', async () => {
    await fetch(`${app.address}/api/v1/workspaces/some-id`);
    const text = await (await fetch(`${app.address}/metrics`)).text();
    expect(text).toMatch(/parcours_http_request_seconds_count\{method="GET",area="api",status="404"\}/);
    expect(text).not.toContain('some-id');
  });

  it('says port.taken when the port is another program’s', async () => {
    const port = Number(new URL(app.address).port);
    const second = await startServer({ ...app.world, config: { ...app.world.config, port } });
    expect(second).toMatchObject({ ok: false, problem: { code: 'port.taken', params: { port } } });
  });

  it('owns its data folder', async () => {
    expect(await lockDataFolder(app.dataDir)).toMatchObject({ ok: false, problem: { code: 'data.locked' } });
  });
});

describe('problems', () => {
  it('are said in the language of the request, with a stable code', async () => {
    const asked = { headers: { 'accept-language': 'fr' } };
    const french = await fetch(`${app.address}/api/v1/workspaces/nowhere`, asked);
    expect(french.status).toBe(404);
    expect(french.headers.get('content-type')).toContain('application/problem+json');
    const details = problemDetailsSchema.parse(await french.json());
    expect(details).toMatchObject({ code: 'workspace.not-found', status: 404 });
    expect(details.title).toMatch(/espace/);
  });

  it('reach the typed client as values', async () => {
    const refused = await app.api.workspace
      .get({ workspaceId: 'nowhere' as never })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiProblem);
    expect((refused as ApiProblem).details.code).toBe('workspace.not-found');
  });

  it('stop whatever is asked of a workspace that is not there, before anything is written', async () => {
    const workspaceId = 'nowhere' as WorkspaceId;
    const asked = [
      app.api.journey.create({ workspaceId, title: 'Map', kind: 'journey', language: 'en' }),
      app.api.persona.list({ workspaceId }),
    ];
    for (const { status, reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[]) {
      expect(status).toBe('rejected');
      expect((reason as ApiProblem).details.code).toBe('workspace.not-found');
    }
  });

  it('name the field of a bad request', async () => {
    const refused = await fetch(`${app.address}/api/v1/workspaces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: '', language: 'de' }),
    });
    expect(refused.status).toBe(400);
    const details = problemDetailsSchema.parse(await refused.json());
    expect(details.code).toBe('request.invalid');
    expect(details.title).toContain('name');
    expect(details.title).toContain('language');
  });

  it('do not confuse a body that is not JSON with a fault', async () => {
    const refused = await fetch(`${app.address}/api/v1/workspaces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":',
    });
    expect(refused.status).toBe(400);
  });
});

describe('pictures, sounds and videos', () => {
  const options = () => ({ baseUrl: app.address, locale: () => 'fr' as const });
  const png = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'and so on']);

  it('are kept by what they are, given back in parts, and forgotten only when no map shows them', async () => {
    const { id: workspaceId } = await app.api.workspace.create({
      name: 'Images',
      language: 'fr',
      zone: 'Europe/Paris',
    });
    const send = async (body: Blob) =>
      (
        await fetch(`${app.address}/api/v1/workspaces/${workspaceId}/media`, { method: 'POST', body })
      ).json() as Promise<{ id: string }>;
    const { id: mediaId } = await send(png);
    expect((await send(png)).id).toBe(mediaId);
    const url = mediaUrl(options(), workspaceId, mediaId);
    const whole = await fetch(url);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(await whole.blob()).toMatchObject({ size: png.size });
    const partly = await fetch(url, { headers: { range: 'bytes=8-10' } });
    expect([partly.status, partly.headers.get('content-range'), await partly.text()]).toEqual([
      206,
      `bytes 8-10/${png.size}`,
      'and',
    ]);
    expect((await fetch(url, { headers: { range: 'bytes=999-' } })).status).toBe(416);

    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>']);
    expect(await send(svg)).toMatchObject({ code: 'media.not-recognised', status: 415 });
    const large = new Blob([png, new Uint8Array(13_000_000)]);
    expect(await send(large)).toMatchObject({ code: 'media.too-large', status: 413 });

    const { id: mapId } = await app.api.journey.create({ workspaceId, title: 'Images', language: 'fr' });
    const { map } = await app.api.journey.get({ workspaceId, mapId });
    const cell = { laneId: outline(map).lanes[0]![0], stepId: outline(map).steps[0]!.id };
    const changes = addCard(map, { ...cell, card: { mediaId } }, () => 'picture');
    await app.api.journey.change({ workspaceId, mapId, changes: changes as never[] });
    const remove = () => fetch(url, { method: 'DELETE' });
    expect((await remove()).status).toBe(409);
    await app.api.journey.remove({ workspaceId, mapId });
    expect((await remove()).status).toBe(200);
    expect((await fetch(url)).status).toBe(404);
  });
});
