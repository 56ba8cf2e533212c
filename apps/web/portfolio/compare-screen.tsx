import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import { ComparePage } from '#journey/web/compare/compare-page.tsx';
import { addressOf } from '#journey/web/view/place.ts';
import { buttonClass } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import page from '../page.module.css';
import { MapLink } from './map-link.tsx';
import { useText } from './text.ts';

type CompareScreenProps = {
  readonly workspace: Workspace;
  /** The to-be. */
  readonly mapId: string;
  /** The as-is; without one, the map the to-be says it was made from. */
  readonly withId: string | undefined;
};

/** J6: what changes from an as-is map to its to-be. */
export function CompareScreen({ workspace, mapId, withId }: CompareScreenProps) {
  const t = useText();
  const navigate = useNavigate();
  const { query } = useApi();
  const workspaceId = workspace.id;
  const toBe = useQuery(query.journey.get.queryOptions({ input: { workspaceId, mapId } }));
  const asIsId = withId ?? toBe.data?.map.asIsMapId ?? null;
  const asIs = useQuery({
    ...query.journey.get.queryOptions({ input: { workspaceId, mapId: asIsId ?? '' } }),
    enabled: asIsId !== null,
  });
  useTitle(t('compare.title'));
  const error = toBe.error ?? asIs.error;
  const titled = (title: string | undefined) => title || t('untitled');
  return (
    <>
      <PageHeader
        crumbs={
          toBe.data && <MapLink workspaceId={workspaceId} map={{ id: mapId, title: toBe.data.map.title }} />
        }
        title={t('compare.title')}
        actions={
          <Link to="/w/$workspaceId/maps/$mapId" params={{ workspaceId, mapId }} className={buttonClass()}>
            {t('compare.back')}
          </Link>
        }
      />
      {error !== null && (
        <FailureNotice error={error} onRetry={() => void Promise.all([toBe.refetch(), asIs.refetch()])} />
      )}
      {toBe.data && asIsId === null && <p className={page.lead}>{t('compare.none')}</p>}
      {toBe.data && asIs.data && (
        <ComparePage
          before={{ name: t('compare.asIs', { title: titled(asIs.data.map.title) }), map: asIs.data.map }}
          after={{ name: t('compare.toBe', { title: titled(toBe.data.map.title) }), map: toBe.data.map }}
          onGo={(reference, on) =>
            void navigate({
              to: '/w/$workspaceId/maps/$mapId',
              params: { workspaceId, mapId: on === 'before' ? (asIsId ?? mapId) : mapId },
              hash: addressOf(reference),
            })
          }
        />
      )}
    </>
  );
}
