import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { idSchema, type WorkspaceId, workspaceIdSchema } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import type { KeptFile } from '#platform/files/kept-files.ts';
import { safeHeaders } from '#platform/http/static-files.ts';
import { requirePermission } from './handle.ts';
import { type Door, sendJson, sendProblem } from './http.ts';
import { mediaUses } from './media-uses.ts';
import type { World } from './world.ts';

const path = /^\/api\/v1\/workspaces\/([^/]+)\/media(?:\/([^/]+))?$/;

/**
 * POST /api/v1/workspaces/{workspaceId}/media: the raw body is a picture, a sound or a video; answers its id and type.
 * GET (and HEAD) …/media/{mediaId} gives it back, in parts when asked (`Range`: a video is not read from its beginning).
 * DELETE …/media/{mediaId} forgets one that no map shows. Beside the contracts, because their library reads bodies whole.
 */
export function createMediaDoor(world: World): Door {
  const { media, workspaces } = world;
  return async ({ request, response, url, locale }) => {
    const match = path.exec(url.pathname);
    if (!match) return false;
    const method = request.method ?? '';
    const reading = method === 'GET' || method === 'HEAD';
    requirePermission({ permission: reading ? 'journey.read' : 'journey.write' });
    const workspaceId = workspaceIdSchema.safeParse(match[1]);
    const known = workspaceId.success ? await workspaces.find(workspaceId.data) : undefined;
    const refuse = (code: string, status: 404 | 409) => {
      sendProblem(response, problem(code, undefined, status), locale);
      request.resume();
      return true;
    };
    if (!known) return refuse('workspace.not-found', 404);
    if (match[2] === undefined) {
      if (method !== 'POST') return refuse('request.not-found', 404);
      const received = await media.receive(known.id, request);
      if (received.ok) sendJson(response, 201, received.value);
      else if (!response.destroyed) sendProblem(response, received.problem, locale);
      return true;
    }
    const mediaId = idSchema.safeParse(match[2]);
    const file = mediaId.success ? await media.find(known.id, mediaId.data) : undefined;
    if (!file) return refuse('media.not-found', 404);
    if (method === 'DELETE') {
      if ((await mediaUses(world, known.id)).has(file.id)) return refuse('media.in-use', 409);
      await media.remove(known.id, file.id);
      sendJson(response, 200, {});
      return true;
    }
    if (!reading) return refuse('request.not-found', 404);
    await give(world, known.id, file, request, response);
    return true;
  };
}

/** Never run, never sniffed, never framed; the name is the fingerprint, so a browser may keep it for good. */
async function give(
  { media }: World,
  workspaceId: WorkspaceId,
  file: KeptFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const range = rangeOf(request.headers.range, file.bytes);
  const headers = {
    'content-type': file.type,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline',
    ...safeHeaders,
  };
  if (range === 'outside') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.bytes}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${file.bytes}` } : {}),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A reader who closes the page in the middle is no fault.
  await pipeline(media.read(workspaceId, file.id, { start, end }), response).catch(() => response.destroy());
}

/** One range of RFC 9110 (several at once are answered whole, as it allows); null: none asked, or not understood. */
export function rangeOf(
  header: string | undefined,
  bytes: number,
): { readonly start: number; readonly end: number } | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (!match || (from === '' && to === '')) return null;
  if (from === '') {
    const last = Number(to);
    return last === 0 ? 'outside' : { start: Math.max(0, bytes - last), end: bytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < start) return null;
  return start >= bytes ? 'outside' : { start, end };
}
