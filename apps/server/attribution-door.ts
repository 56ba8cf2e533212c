import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { attributionCsv, findRunRows } from '#persona/server/contacts/export-attribution.ts';
import { safeHeaders } from '#platform/http/static-files.ts';
import { requirePermission } from './handle.ts';
import { type Door, sendProblem } from './http.ts';
import type { World } from './world.ts';

const path = /^\/api\/v1\/workspaces\/([^/]+)\/attributions\/([^/]+)\/contacts\.csv$/;

/**
 * GET …/attributions/{runId}/contacts.csv: every contact with its persona. Beside the contracts: it is a download of any
 * size, not JSON. It names contacts, so it asks for the right to write.
 */
export function createAttributionDoor(world: World): Door {
  return async ({ request, response, url, locale }) => {
    const match = request.method === 'GET' ? path.exec(url.pathname) : null;
    if (!match) return false;
    requirePermission({ permission: 'persona.write' });
    const workspaceId = workspaceIdSchema.safeParse(match[1]);
    const runId = idSchema.safeParse(match[2]);
    if (!workspaceId.success || !runId.success) {
      sendProblem(response, problem('request.not-found', undefined, 404), locale);
      return true;
    }
    const found = await findRunRows(world, { workspaceId: workspaceId.data, runId: runId.data });
    if (!found.ok) {
      sendProblem(response, found.problem, locale);
      return true;
    }
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="parcours-personas-${runId.data}.csv"`,
      ...safeHeaders,
    });
    const lines = attributionCsv(world.engine, workspaceId.data, found.value);
    await pipeline(Readable.from(lines), response).catch(() => response.destroy());
    return true;
  };
}
