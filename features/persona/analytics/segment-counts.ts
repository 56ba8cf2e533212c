import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine, ParamValue } from '#platform/clickhouse/engine.ts';
import type { SegmentTest } from '../domain/contacts/segment-tests.ts';

/** Contacts of a segment by the persona a run gave them (0: undecided). A contact of whom a condition cannot be told is left out. */
export function segmentCounts(
  engine: Pick<Engine, 'query'>,
  of: { readonly workspaceId: WorkspaceId; readonly versionId: string; readonly runId: string },
  tests: readonly SegmentTest[],
): Promise<{ persona: number; contacts: number }[]> {
  const params: Record<string, ParamValue> = {
    workspace: of.workspaceId,
    version: of.versionId,
    run: of.runId,
  };
  const conditions = tests.map((test, at) => {
    if (test.is === 'words') {
      params[`codes${at}`] = test.codes;
      return `has({codes${at}:Array(UInt16)}, words[${test.place}])`;
    }
    const x = `numbers[${test.place}]`;
    const ends = [`NOT isNaN(${x})`];
    if (test.from !== null) {
      params[`from${at}`] = test.from;
      ends.push(`${x} >= {from${at}:Float64}`);
    }
    if (test.to !== null) {
      params[`to${at}`] = test.to;
      ends.push(`${x} <= {to${at}:Float64}`);
    }
    return ends.join(' AND ');
  });
  return engine.query(
    `SELECT persona, count() AS contacts
     FROM contact_persona
     WHERE workspace_id = {workspace:String} AND run_id = {run:String} AND contact IN (
       SELECT contact FROM contact
       WHERE workspace_id = {workspace:String} AND version_id = {version:String} AND ${conditions.join(' AND ')})
     GROUP BY persona
     ORDER BY persona`,
    params,
  );
}
