import { ok, type Result } from '#kit/result.ts';
import { flowCounts } from '#measure/analytics/paths/flow-counts.ts';
import { preparedFlow } from '#measure/analytics/paths/prepared/prepared-flow.ts';
import type { FlowAnswer } from '#measure/domain/paths/answer.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';
import { fromPrepared } from './prepared-paths.ts';

type FlowRequest = PathRequest & {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly most: number;
  readonly ranks: number;
};

/** How journeys go from place to place. Problems: those of `openPaths`. */
export async function flow(ports: PathPorts, request: FlowRequest): Promise<Result<FlowAnswer>> {
  const { start, end, most, ranks } = request;
  const asked = [start, end].filter((key) => key !== undefined);
  const open = await openPaths(ports, request, asked);
  if (!open.ok) return open;
  const { engine } = ports;
  const { places } = open.value.question;
  const read = () =>
    flowCounts(engine, {
      ...open.value.question,
      flow: { most, ranks, ...(start !== undefined && { start }), ...(end !== undefined && { end }) },
    });
  const counted =
    ranks > 0 || asked.length > 0
      ? await read()
      : await fromPrepared(engine, open.value, {
          prepared: (preparation, classes) => preparedFlow(engine, preparation, { places, most, classes }),
          read,
        });
  return ok({
    basis: open.value.basis(counted.journeys),
    drawn: counted.drawn,
    places: [...counted.places],
    links: [...counted.links],
  });
}
