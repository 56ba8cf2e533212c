import { ok, type Result } from '#kit/result.ts';
import { preparedVariants } from '#measure/analytics/paths/prepared/prepared-variants.ts';
import { variantCounts } from '#measure/analytics/paths/variant-counts.ts';
import type { VariantsAnswer } from '#measure/domain/paths/answer.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';
import { fromPrepared } from './prepared-paths.ts';

/** The different paths and the commonest of them. Problems: those of `openPaths`. */
export async function variants(
  ports: PathPorts,
  request: PathRequest & { readonly most: number },
): Promise<Result<VariantsAnswer>> {
  const open = await openPaths(ports, request);
  if (!open.ok) return open;
  const { engine } = ports;
  const { question } = open.value;
  const { most } = request;
  const counted = await fromPrepared(engine, open.value, {
    prepared: (preparation, classes) =>
      preparedVariants(engine, preparation, { places: question.places, most, classes }),
    read: () => variantCounts(engine, { ...question, most }),
  });
  const of = (journeys: number): number => (counted.journeys > 0 ? journeys / counted.journeys : 0);
  return ok({
    basis: open.value.basis(counted.journeys),
    variants: counted.variants,
    coverage: of(counted.commonest.reduce((sum, { journeys }) => sum + journeys, 0)),
    commonest: counted.commonest.map(({ path, journeys, medianMilliseconds }) => ({
      path: [...path],
      journeys,
      share: of(journeys),
      medianMilliseconds,
    })),
  });
}
