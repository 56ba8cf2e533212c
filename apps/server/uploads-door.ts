import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { requirePermission } from './handle.ts';
import { type Door, sendJson, sendProblem } from './http.ts';
import type { World } from './world.ts';

const path = /^\/api\/v1\/workspaces\/([^/]+)\/uploads\/([^/]+)$/;

/**
 * PUT /api/v1/workspaces/{workspaceId}/uploads/{fileName}: the raw body is the file, streamed to disk whatever its
 * size. DELETE …/uploads/{uploadId} forgets a file that was received and will not be imported. Beside the contracts, because their library reads a body whole.
 */
export function createUploadsDoor({ uploads, workspaces }: World): Door {
  return async ({ request, response, url, locale }) => {
    const { method } = request;
    const match = method === 'PUT' || method === 'DELETE' ? path.exec(url.pathname) : null;
    if (!match) return false;
    requirePermission({ permission: 'measure.write' });
    const workspaceId = workspaceIdSchema.safeParse(match[1]);
    const fileName = readName(match[2] ?? '');
    const known = workspaceId.success ? await workspaces.find(workspaceId.data) : undefined;
    if (!known || fileName === null) {
      sendProblem(
        response,
        problem(known ? 'request.not-found' : 'workspace.not-found', undefined, 404),
        locale,
      );
      request.resume();
      return true;
    }
    if (method === 'DELETE') {
      const uploadId = idSchema.safeParse(fileName);
      if (uploadId.success) await uploads.remove(known.id, uploadId.data);
      sendJson(response, 200, {});
      return true;
    }
    const received = await uploads.receive(known.id, fileName, request);
    if (received.ok) sendJson(response, 201, received.value);
    else if (!response.destroyed) sendProblem(response, received.problem, locale);
    return true;
  };
}

function readName(encoded: string): string | null {
  try {
    const name = decodeURIComponent(encoded).trim();
    return name.length > 0 && name.length <= 255 ? name : null;
  } catch {
    return null;
  }
}
