import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { type JourneyRule, sameRule } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Source } from '#measure/domain/source.ts';
import { describeSource, findSource } from './find-source.ts';
import { remakeSource } from './identity/remake-source.ts';
import { takeTurn } from './import/source-turn.ts';
import type { MeasurePorts } from './ports.ts';

/**
 * Says what a journey is in a source and makes its journeys again so; answers when they are there.
 * Problems: `source.not-found`, `source.empty`, `source.busy` {name}.
 */
export async function setJourneyRule(
  ports: Pick<MeasurePorts, 'engine' | 'imports' | 'sources'>,
  input: { readonly workspaceId: WorkspaceId; readonly sourceId: string; readonly rule: JourneyRule },
): Promise<Result<Source>> {
  const { workspaceId, sourceId, rule } = input;
  const { engine, sources } = ports;
  const found = await findSource(ports, workspaceId, sourceId);
  if (!found.ok) return found;
  const { name } = found.value;
  if (!found.value.summary) return fail(problem('source.empty', { name }));
  const turn = takeTurn(engine, workspaceId, sourceId);
  if (!turn) return fail(problem('source.busy', { name }, 409));
  try {
    const source = (await sources.get(workspaceId, sourceId)) ?? found.value;
    if (!sameRule(source.rule, rule)) await remakeSource(ports, workspaceId, source, { ...source, rule });
  } finally {
    turn.end();
  }
  const made = await findSource(ports, workspaceId, sourceId);
  return made.ok ? ok(await describeSource(ports, workspaceId, made.value)) : made;
}
