import { Menu } from '@mantine/core';
import {
  IconBook2,
  IconDots,
  IconEye,
  IconHistory,
  IconKeyboard,
  IconListCheck,
  IconPresentation,
  IconRoute2,
  IconTable,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
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
import { CreateToBe } from '../portfolio/create-to-be.tsx';
import { useText as usePortfolioText } from '../portfolio/text.ts';
import { useText } from '../text.ts';
import classes from './map-tools.module.css';

type MapToolsProps = {
  readonly workspaceId: WorkspaceId;
  readonly mapId: string;
  readonly map: JourneyMap;
  readonly onPresent: (stageId: string | null) => void;
  /** Shows the map from top to bottom. */
  readonly onRead: () => void;
};

/** Ways to look at a map besides drawing it: shown, told as a story, as it was; in one menu. */
export function MapTools({ workspaceId, mapId, map, onPresent, onRead }: MapToolsProps) {
  const t = useText();
  const { view } = useMapContext();
  const navigate = useNavigate();
  const calm = useDeferredValue(map);
  const links = usePortfolioText();
  const [making, setMaking] = useState(false);
  const paths = usePathsText();
  const button = useRef<HTMLButtonElement>(null);
  /** A dialog gives the focus back to what had it: the item of the menu is gone by then, the button is not. */
  const asking = (run: () => void) => () => {
    button.current?.focus();
    run();
  };
  const params = { workspaceId, mapId };
  const [sourceId] = useMemo(() => planMap(calm).sourceIds, [calm]);
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <Button
            ref={button}
            icon={<IconDots aria-hidden="true" />}
            aria-label={t('mapTools.more')}
            title={t('mapTools.more')}
          >
            <span className={classes.wide}>{t('mapTools.more')}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.items}>
          <Menu.Label>{t('mapTools.show')}</Menu.Label>
          <Menu.Item leftSection={<IconEye />} onClick={onRead}>
            {t('mapTools.read')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPresentation />}
            onClick={() => onPresent(stageOf(map, view.get().place))}
          >
            {t('mapTools.present')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBook2 />}
            onClick={() => void navigate({ to: '/w/$workspaceId/maps/$mapId/story', params })}
          >
            {t('mapTools.story')}
          </Menu.Item>
          <Menu.Label>{t('mapTools.examine')}</Menu.Label>
          <Menu.Item
            leftSection={<IconTable />}
            onClick={() => void navigate({ to: '/w/$workspaceId/maps/$mapId/inventory', params })}
          >
            {t('mapTools.inventory')}
          </Menu.Item>
          {sourceId !== undefined && (
            <Menu.Item
              leftSection={<IconRoute2 />}
              onClick={() =>
                void navigate({
                  to: '/w/$workspaceId/sources/$sourceId/paths',
                  params: { workspaceId, sourceId },
                  search: { unit: 'step', map: mapId },
                })
              }
            >
              {paths('title')}
            </Menu.Item>
          )}
          <Menu.Label>{t('mapTools.change')}</Menu.Label>
          {map.state === 'as-is' && (
            <Menu.Item leftSection={<IconTargetArrow />} onClick={asking(() => setMaking(true))}>
              {links('toBe.create')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconHistory />}
            onClick={() => void navigate({ to: '/w/$workspaceId/maps/$mapId/versions', params })}
          >
            {t('mapTools.versions')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard />} onClick={asking(() => view.set({ helpOpen: true }))}>
            {t('mapTools.shortcuts')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {making && (
        <CreateToBe
          workspaceId={workspaceId}
          map={{ id: mapId, title: map.title }}
          onClose={() => {
            setMaking(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

type ReviewButtonProps = {
  readonly map: JourneyMap;
  /** YYYY-MM-DD where the workspace is. */
  readonly today: string;
  readonly reviewing: boolean;
  readonly onReview: (open: boolean) => void;
};

/** Opens the review of the map against the craft, and says how many remarks it has. */
export function ReviewButton({ map, today, reviewing, onReview }: ReviewButtonProps) {
  const t = useText();
  // Read again when the page has nothing more urgent: a letter must not wait for it.
  const calm = useDeferredValue(map);
  const remarks = useMemo(() => sortDismissed(calm, review(calm, { today })).open.length, [calm, today]);
  return (
    <Button
      icon={<IconListCheck size={16} aria-hidden="true" />}
      aria-pressed={reviewing}
      aria-label={t('mapTools.reviewOf', { count: remarks })}
      title={t('mapTools.review')}
      onClick={() => onReview(!reviewing)}
    >
      <span className={classes.wide}>{t('mapTools.review')}</span> {remarks > 0 && <strong>{remarks}</strong>}
    </Button>
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
