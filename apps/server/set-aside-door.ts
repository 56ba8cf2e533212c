import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { setAsidePath } from '#platform/files/set-aside-file.ts';
import { safeHeaders } from '#platform/http/static-files.ts';
import { openSetAsideFile } from '#voice/server/set-aside-file.ts';
import { requirePermission } from './handle.ts';
import { type Door, sendProblem } from './http.ts';
import type { World } from './world.ts';

const path =
  /^\/api\/v1\/workspaces\/([^/]+)\/(imports|survey-imports|contact-lists)\/([^/]+)\/set-aside\.csv$/;

/**
 * GET …/imports/{importId}/set-aside.csv, …/survey-imports/{importId}/set-aside.csv and
 * …/contact-lists/{listId}/set-aside.csv: the rows an import (of a list, its last) kept out, with line and reason, as a file
 * to correct and send again. Beside the contracts: it is a download, not JSON. Rows of contacts name them, so they ask for
 * the right to write.
 */
export function createSetAsideDoor({ imports, surveys, contacts, folder }: World): Door {
  const kept = async (id: string) => {
    const file = setAsidePath(folder, id);
    return (await stat(file).catch(() => undefined)) && createReadStream(file);
  };
  const open = async (kind: string, workspace: string, id: string) => {
    const workspaceId = workspaceIdSchema.safeParse(workspace);
    const importId = idSchema.safeParse(id);
    if (!workspaceId.success || !importId.success) return undefined;
    if (kind === 'survey-imports') {
      const known = await surveys.getImport(workspaceId.data, importId.data);
      return known ? openSetAsideFile(folder, importId.data) : undefined;
    }
    if (kind === 'contact-lists') {
      const list = await contacts.findList(workspaceId.data, importId.data);
      return list && kept(list.versionId);
    }
    return (await imports.get(workspaceId.data, importId.data)) && kept(importId.data);
  };
  return async ({ request, response, url, locale }) => {
    const match = request.method === 'GET' ? path.exec(url.pathname) : null;
    if (!match) return false;
    const [, workspace = '', kind = '', id = ''] = match;
    requirePermission({ permission: kind === 'contact-lists' ? 'persona.write' : 'measure.read' });
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
