import type { WorkspaceId } from '#kit/ids.ts';
import { attributeValues } from '#measure/analytics/attribute-values.ts';
import { firstKinds } from '#measure/analytics/first-kinds.ts';
import type { JourneysScope } from '#measure/analytics/journeys-scope.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import {
  attributedPrefix,
  byChannel,
  byPersonas,
  type Split,
  splitByAttribute,
  splitByChannel,
  splitByRun,
  splitsByPersonas,
  type ValueCount,
  type WithPersonas,
} from '#measure/domain/measuring/split.ts';
import type { MeasurePorts } from '../ports.ts';
import type { AttributedRunPort } from './ports.ts';

export type SplitQuestion = {
  readonly workspaceId: WorkspaceId;
  readonly map: WithPersonas;
  /** `persona`, the name of an attribute, or nothing. */
  readonly by: string | undefined;
  readonly sourceIds: readonly string[];
  readonly period: JourneysScope['period'];
  /** Groups of a survey column and their respondents; asked when no source knows the attribute. */
  readonly surveyGroups: (attribute: string) => Promise<readonly ValueCount[]>;
};

/**
 * How the figures are split: by the personas of the map that say which journeys are theirs, by those a run of a detection model
 * gave to customers, by the channel they began on (one source), or by the values of an attribute.
 */
export async function findSplits(
  { engine, attributedRun }: Pick<MeasurePorts, 'engine'> & AttributedRunPort,
  question: SplitQuestion,
): Promise<Split[]> {
  const { workspaceId, map, by, sourceIds, period } = question;
  if (by === undefined || by === '') return [];
  const personas = by === byPersonas ? splitsByPersonas(map) : [];
  if (personas.length > 0) return personas;
  if (by === byPersonas || by.startsWith(attributedPrefix)) {
    const runId = by === byPersonas ? null : by.slice(attributedPrefix.length);
    const run = await attributedRun(workspaceId, runId);
    if (run) return [splitByRun(map, run)];
    if (runId !== null) return [];
  }
  const scope = { workspaceId, ...(period ? { period } : {}) };
  if (by === byChannel) {
    // Kinds are numbered source by source.
    const [sourceId, another] = sourceIds;
    if (sourceId === undefined || another !== undefined) return [];
    const [kinds, firsts] = await Promise.all([
      eventKinds(engine, workspaceId, sourceId),
      firstKinds(engine, { ...scope, sourceId }),
    ]);
    const split = splitByChannel(kinds, firsts);
    return split.groups.length > 0 ? [split] : [];
  }
  const counted = await Promise.all(
    sourceIds.map((sourceId) => attributeValues(engine, { ...scope, sourceId, attribute: by })),
  );
  const journeys = new Map<string, number>();
  for (const { value, journeys: n } of counted.flat()) journeys.set(value, (journeys.get(value) ?? 0) + n);
  const values = [...journeys].map(([value, n]) => ({ value, journeys: n }));
  const known = values.length > 0 ? values : await question.surveyGroups(by);
  return known.length > 0 ? [splitByAttribute(by, known)] : [];
}
