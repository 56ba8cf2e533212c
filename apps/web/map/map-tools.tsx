import {
  IconBook2,
  IconHistory,
  IconListCheck,
  IconPresentation,
  IconTable,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { sortDismissed } from '#journey/domain/review/dismissal.ts';
import { review } from '#journey/domain/review/review.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
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
  readonly onPresent: () => void;
};

/** Ways to look at a map besides drawing it: checked against the craft, told as a story, as it was. */
export function MapTools({ workspaceId, mapId, map, today, reviewing, onReview, onPresent }: MapToolsProps) {
  const t = useText();
  const navigate = useNavigate();
  const remarks = useMemo(() => sortDismissed(map, review(map, { today })).open.length, [map, today]);
  const links = usePortfolioText();
  const [making, setMaking] = useState(false);
  const params = { workspaceId, mapId };
  return (
    <>
      <Button
        icon={<IconListCheck size={16} aria-hidden="true" />}
        aria-pressed={reviewing}
        aria-label={t('mapTools.reviewOf', { count: remarks })}
        onClick={() => onReview(!reviewing)}
      >
        {t('mapTools.review')} {remarks > 0 && <strong>{remarks}</strong>}
      </Button>
      <span>
        <IconButton label={t('mapTools.present')} icon={<IconPresentation />} onClick={onPresent} />
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
        {map.state === 'as-is' && (
          <IconButton label={links('toBe.create')} icon={<IconTargetArrow />} onClick={() => setMaking(true)} />
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

/** Today in a zone, as YYYY-MM-DD. */
export const dayIn = (zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date());
