import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import type { IndicatorSettings } from '#measure/domain/indicator/indicator.ts';
import { addIndicator } from '#measure/server/indicator/add-indicator.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import type { World } from '../world.ts';

const names = {
  fr: {
    satisfied: 'Décompte compris',
    reimbursed: 'Remboursés après l’envoi',
    delay: 'Délai de remboursement',
    dashboard: 'Comité expérience client',
    owners: ['Claire, relation adhérents', 'Karim, prestations', 'Karim, prestations'],
  },
  en: {
    satisfied: 'Statement understood',
    reimbursed: 'Reimbursed after sending',
    delay: 'Time to reimbursement',
    dashboard: 'CX committee',
    owners: ['Claire, member relations', 'Karim, claims', 'Karim, claims'],
  },
} as const;

const day = 86_400_000;

type Seeded = {
  readonly sourceId: string;
  readonly surveyId: string;
  /** The journey of a reimbursement. */
  readonly mapId: string;
};

/**
 * Three figures of the demonstration: what members say, how many get there, how long it takes; and a dashboard of them. What is
 * there stays.
 */
export async function seedIndicators(
  world: World,
  { id: workspaceId }: Workspace,
  language: Locale,
  { sourceId, surveyId, mapId }: Seeded,
): Promise<Result<void>> {
  const there = await world.indicators.list(workspaceId);
  const { satisfied, reimbursed, delay, owners, dashboard } = names[language];
  // Stages of the example map: ids are the same at each call.
  const [first, second] = ['stage-ask', 'stage-paid'];
  const lived = { sourceId, unit: 'stage' as const, mapId, filters: [] };
  const settings: Pick<IndicatorSettings, 'name' | 'definition' | 'target'>[] = [
    {
      name: satisfied,
      definition: { of: 'score', surveyId, column: 'csat_statement', kind: 'csat', only: null },
      target: { value: 0.35, direction: 'at-least', by: null },
    },
    {
      name: reimbursed,
      definition: { of: 'conversion', ...lived, first, second },
      target: { value: 0.95, direction: 'at-least', by: null },
    },
    {
      name: delay,
      definition: { of: 'time', ...lived, first, second },
      target: { value: 10 * day, direction: 'at-most', by: null },
    },
  ];
  for (const [at, one] of settings.entries()) {
    if (there.some(({ name }) => name === one.name)) continue;
    const added = await addIndicator(world, {
      workspaceId,
      ...one,
      owner: owners[at] ?? '',
      unit: '',
      grain: 'month',
      by: null,
    });
    if (!added.ok) return added;
  }
  const kept = await world.indicators.list(workspaceId);
  if ((await world.dashboards.list(workspaceId)).length === 0)
    await world.dashboards.add(workspaceId, {
      id: world.newId(),
      name: dashboard,
      createdAt: world.now().toISOString(),
      tiles: [
        ...kept.map(({ id }) => ({
          id: world.newId(),
          size: 'third' as const,
          shows: 'indicator' as const,
          indicatorId: id,
        })),
        { id: world.newId(), size: 'whole', shows: 'map', mapId, part: 'stages' },
        {
          id: world.newId(),
          size: 'whole',
          shows: 'paths',
          sourceId,
          search: { show: 'funnel', unit: 'stage', map: mapId, steps: [[first], [second]] },
        },
        { id: world.newId(), size: 'whole', shows: 'map', mapId, part: 'curve' },
      ],
    });
  return ok(undefined);
}
