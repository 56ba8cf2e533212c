import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** Contacts of a version as they are kept, in their order, as they come. */
export async function* everyContact(
  engine: Pick<Engine, 'stream'>,
  workspaceId: WorkspaceId,
  versionId: string,
): AsyncIterable<{ readonly words: readonly number[]; readonly numbers: readonly (number | null)[] }> {
  const sql = `SELECT words, arrayMap(x -> if(isNaN(x), NULL, x), numbers) FROM contact
    WHERE workspace_id = {workspace:String} AND version_id = {version:String} ORDER BY contact`;
  let rest = '';
  for await (const piece of engine.stream(sql, { workspace: workspaceId, version: versionId })) {
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [words = '[]', numbers = '[]'] = line.split('\t');
      yield { words: JSON.parse(words), numbers: JSON.parse(numbers.replaceAll('NULL', 'null')) };
    }
  }
}
