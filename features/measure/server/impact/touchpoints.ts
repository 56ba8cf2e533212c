import { ok, type Result } from '#kit/result.ts';
import { pairCounts } from '#measure/analytics/impact/pair-counts.ts';
import { touchpointSums } from '#measure/analytics/impact/touchpoint-sums.ts';
import type { TouchpointsAnswer } from '#measure/domain/impact/answer.ts';
import { redundantPairs } from '#measure/domain/impact/redundancy.ts';
import {
  addSums,
  groupDifferences,
  type TouchpointFigure,
  touchpointRow,
} from '#measure/domain/impact/touchpoints.ts';
import { everyoneKey, splitCount } from '#measure/domain/measuring/split.ts';
import { findSplits } from '../measuring/find-splits.ts';
import { namedGroups } from '../measuring/named-groups.ts';
import type { AttributedRunPort } from '../measuring/ports.ts';
import { openPaths, type PathPorts, type PathRequest } from '../paths/open-paths.ts';
import { scaleOfSource } from './open-answered.ts';

type TouchpointsRequest = PathRequest & {
  readonly goal?: string | undefined;
  readonly stayDays: number;
  readonly windowHours: number;
  readonly by?: string | undefined;
  readonly figure: TouchpointFigure;
};

const hour = 3_600_000;

/** The figures of every place, for everyone and per group, and what may be one place too many. Problems: those of `openPaths`. */
export async function touchpoints(
  ports: PathPorts & AttributedRunPort,
  request: TouchpointsRequest,
): Promise<Result<TouchpointsAnswer>> {
  const { goal, stayDays, windowHours, by, figure } = request;
  const open = await openPaths(ports, request, goal === undefined ? [] : [goal]);
  if (!open.ok) return open;
  const { question, map, basis, designEffect } = open.value;
  const { engine } = ports;
  const [known, [split = null]] = await Promise.all([
    scaleOfSource(ports, question.workspaceId, question.sourceId),
    findSplits(ports, {
      workspaceId: question.workspaceId,
      map: map ?? { personas: {} },
      by,
      sourceIds: [question.sourceId],
      period: question.period,
      surveyGroups: async () => [],
    }),
  ]);
  // Without a scale no score is read.
  const scale = known ?? { min: 0, max: 1 };
  const [all, pairs] = await Promise.all([
    touchpointSums(engine, { ...question, scale, split, goal, stay: stayDays * 24 * hour }),
    pairCounts(engine, { ...question, window: windowHours * hour }),
  ]);
  const { keys } = question.places;
  const journeys = addSums(all, 0).journeys;
  const options = { minimum: basis(journeys).minimum, designEffect, scale };
  const groups = namedGroups(split, map).map((group) => {
    const own = all.filter((sums) => sums.group === group.number);
    return { ...group, own, journeys: addSums(own, 0).journeys };
  });
  const journeysAt = keys.map((_, at) => addSums(all, at + 1).journeys);
  return ok({
    basis: basis(journeys),
    scale: known,
    groups: groups.map(({ key, label, personaId, journeys: n }) => ({
      key,
      label,
      personaId,
      journeys: splitCount(n),
    })),
    places: keys
      .map((key, at) => ({
        key,
        figures: Object.fromEntries([
          [everyoneKey, touchpointRow(addSums(all, at + 1), journeys, { ...options, split: false })],
          ...groups.map((group) => [
            group.key,
            touchpointRow(addSums(group.own, at + 1), group.journeys, { ...options, split: true }),
          ]),
        ]),
      }))
      .filter((_, at) => (journeysAt[at] ?? 0) > 0),
    differences: groupDifferences(all, groups, figure, { ...options, places: keys.length }).map(
      ({ group, place, difference }) => ({ group, key: keys[place - 1] ?? '', difference }),
    ),
    redundant: redundantPairs(pairs, journeysAt, options).map(({ one, other, ...pair }) => ({
      one: keys[one - 1] ?? '',
      other: keys[other - 1] ?? '',
      ...pair,
    })),
  });
}
