import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { setAsidePath } from '#measure/server/import/set-aside-file.ts';
import { safeHeaders } from '#platform/http/static-files.ts';
import { openSetAsideFile } from '#voice/server/set-aside-file.ts';
import { requirePermission } from './handle.ts';
import { type Door, sendProblem } from './http.ts';
import type { World } from './world.ts';

const path = /^\/api\/v1\/workspaces\/([^/]+)\/(imports|survey-imports)\/([^/]+)\/set-aside\.csv$/;

/**
 * GET …/imports/{importId}/set-aside.csv and …/survey-imports/{importId}/set-aside.csv: the rows an import kept out,
 * with line and reason, as a file to correct and send again. Beside the contracts: it is a download, not JSON.
 */
export function createSetAsideDoor({ imports, surveys, folder }: World): Door {
  const open = async (kind: string, workspace: string, id: string) => {
    const workspaceId = workspaceIdSchema.safeParse(workspace);
    const importId = idSchema.safeParse(id);
    if (!workspaceId.success || !importId.success) return undefined;
    if (kind === 'survey-imports') {
      const known = await surveys.getImport(workspaceId.data, importId.data);
      return known ? openSetAsideFile(folder, importId.data) : undefined;
    }
    const known = await imports.get(workspaceId.data, importId.data);
    const file = setAsidePath(folder, importId.data);
    const exists = known && (await stat(file).catch(() => undefined));
    return exists ? createReadStream(file) : undefined;
  };
  return async ({ request, response, url, locale }) => {
    const match = request.method === 'GET' ? path.exec(url.pathname) : null;
    if (!match) return false;
    requirePermission({ permission: 'measure.read' });
    const [, workspace = '', kind = '', id = ''] = match;
    const rows = await open(kind, workspace, id);
    if (!rows) {
      sendProblem(response, problem('import.nothing-set-aside', undefined, 404), locale);
      return true;
    }
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="parcours-set-aside-${id}.csv"`,
      ...safeHeaders,
    });
    await pipeline(rows, response).catch(() => response.destroy());
    return true;
  };
}
