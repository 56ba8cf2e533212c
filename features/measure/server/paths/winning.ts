import { ok, type Result } from '#kit/result.ts';
import { winningCounts } from '#measure/analytics/paths/winning-counts.ts';
import { splitCount } from '#measure/domain/measuring/split.ts';
import type { WinningAnswer } from '#measure/domain/paths/answer.ts';
import { type PassageCount, passagesCompared, winningDeeds } from '#measure/domain/paths/winning.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';

type WinningRequest = PathRequest & { readonly goal: string; readonly start?: string | undefined };

/** What those who reached a goal did more, or less, than the others. Problems: those of `openPaths`. */
export async function winning(ports: PathPorts, request: WinningRequest): Promise<Result<WinningAnswer>> {
  const { goal, start } = request;
  const asked = [goal, start].filter((key) => key !== undefined);
  const open = await openPaths(ports, request, asked);
  if (!open.ok) return open;
  const { question, basis, designEffect } = open.value;
  const counted = await winningCounts(ports.engine, { ...question, goal, start });
  const told = basis(counted.journeys);
  const options = { minimum: told.minimum, designEffect };
  const keyOf = (place: number): string => question.places.keys[place - 1] ?? '';
  return ok({
    basis: told,
    winners: splitCount(total(counted.winners)),
    others: splitCount(total(counted.others)),
    undecided: counted.undecided,
    atOnce: counted.atOnce,
    elsewhere: counted.elsewhere,
    passagesCompared: passagesCompared(counted.others, options),
    deeds: winningDeeds(counted, options).map(({ deed, ...figures }) => ({
      deed: {
        did: deed.did,
        place: keyOf(deed.place),
        ...(deed.did === 'go' && { to: keyOf(deed.to) }),
      },
      ...figures,
    })),
  });
}

const total = (counts: readonly PassageCount[]): number =>
  counts.reduce((sum, { journeys }) => sum + journeys, 0);
