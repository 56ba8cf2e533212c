import { Link, useNavigate } from '@tanstack/react-router';
import { readImpactSearch } from '#measure/web/impact/address.ts';
import { ImpactPage } from '#measure/web/impact/impact-page.tsx';
import { SourceQuestion } from './source-question.tsx';

/** What counts in the lived journeys of one source, at its address. */
export function ImpactScreen() {
  const navigate = useNavigate();
  return (
    <SourceQuestion read={readImpactSearch}>
      {(asked) => (
        <ImpactPage
          {...asked}
          mapLink={(mapId, words) => (
            <Link to="/w/$workspaceId/maps/$mapId" params={{ workspaceId: asked.workspaceId, mapId }}>
              {words}
            </Link>
          )}
          onSearch={(next) =>
            void navigate({
              to: '/w/$workspaceId/sources/$sourceId/impact',
              params: { workspaceId: asked.workspaceId, sourceId: asked.sourceId },
              search: next,
              resetScroll: false,
            })
          }
        />
      )}
    </SourceQuestion>
  );
}
