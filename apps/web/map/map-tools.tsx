import {
  IconBook2,
  IconHistory,
  IconListCheck,
  IconPresentation,
  IconRoute2,
  IconTable,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { sortDismissed } from '#journey/domain/review/dismissal.ts';
import { review } from '#journey/domain/review/review.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { useMapContext } from '#journey/web/view/map-context.ts';
import type { Place } from '#journey/web/view/place.ts';
import { inOrder } from '#kit/document/order.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { planMap } from '#measure/domain/measuring/map-plan.ts';
import { useText as usePathsText } from '#measure/web/paths/text.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { CreateToBe } from '../portfolio/create-to-be.tsx';
import { useText as usePortfolioText } from '../portfolio/text.ts';
import { useText } from '../text.ts';

type MapToolsProps = {
  readonly workspaceId: WorkspaceId;
  readonly mapId: string;
  readonly map: JourneyMap;
  /** YYYY-MM-DD where the workspace is. */
  readonly today: string;
  readonly reviewing: boolean;
  readonly onReview: (open: boolean) => void;
  readonly onPresent: (stageId: string | null) => void;
  /** Read or draw. */
  readonly way: ReactNode;
};

/** Ways to look at a map besides drawing it: checked against the craft, told as a story, as it was. */
export function MapTools({
  workspaceId,
  mapId,
  map,
  today,
  reviewing,
  onReview,
  onPresent,
  way,
}: MapToolsProps) {
  const t = useText();
  const { view } = useMapContext();
  const navigate = useNavigate();
  // Read again when the page has nothing more urgent: a letter must not wait for it.
  const calm = useDeferredValue(map);
  const remarks = useMemo(() => sortDismissed(calm, review(calm, { today })).open.length, [calm, today]);
  const links = usePortfolioText();
  const [making, setMaking] = useState(false);
  const paths = usePathsText();
  const params = { workspaceId, mapId };
  const [sourceId] = useMemo(() => planMap(calm).sourceIds, [calm]);
  return (
    <>
      {way}
      <Button
        icon={<IconListCheck size={16} aria-hidden="true" />}
        aria-pressed={reviewing}
        aria-label={t('mapTools.reviewOf', { count: remarks })}
        onClick={() => onReview(!reviewing)}
      >
        {t('mapTools.review')} {remarks > 0 && <strong>{remarks}</strong>}
      </Button>
      <span>
        <IconButton
          label={t('mapTools.present')}
          icon={<IconPresentation />}
          onClick={() => onPresent(stageOf(map, view.get().place))}
        />
        <IconButton
          label={t('mapTools.story')}
          icon={<IconBook2 />}
          onClick={() => void navigate({ to: '/w/$workspaceId/maps/$mapId/story', params })}
        />
        <IconButton
          label={t('mapTools.inventory')}
          icon={<IconTable />}
          onClick={() => void navigate({ to: '/w/$workspaceId/maps/$mapId/inventory', params })}
        />
        {sourceId !== undefined && (
          <IconButton
            label={paths('title')}
            icon={<IconRoute2 />}
            onClick={() =>
              void navigate({
                to: '/w/$workspaceId/sources/$sourceId/paths',
                params: { workspaceId, sourceId },
                search: { unit: 'step', map: mapId },
              })
            }
          />
        )}
        {map.state === 'as-is' && (
          <IconButton
            label={links('toBe.create')}
            icon={<IconTargetArrow />}
            onClick={() => setMaking(true)}
          />
        )}
        <IconButton
          label={t('mapTools.versions')}
          icon={<IconHistory />}
          onClick={() => void navigate({ to: '/w/$workspaceId/maps/$mapId/versions', params })}
        />
      </span>
      {making && (
        <CreateToBe
          workspaceId={workspaceId}
          map={{ id: mapId, title: map.title }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}

/** The stage that what is chosen on the map lies in, to be shown from there; null at the beginning. */
function stageOf(map: JourneyMap, place: Place | null): string | null {
  if (place === null || place.at === 'lane') return null;
  if (place.at === 'phase')
    return inOrder(map.stages).find(([, { phaseId }]) => phaseId === place.phaseId)?.[0] ?? null;
  return place.at === 'stage' ? place.stageId : (map.steps[place.stepId]?.stageId ?? null);
}

/** Today in a zone, as YYYY-MM-DD. */
export const dayIn = (zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date());
