import { useNavigate } from '@tanstack/react-router';
import { readPathSearch } from '#measure/web/paths/address.ts';
import { PathsPage } from '#measure/web/paths/paths-page.tsx';
import { SourceQuestion } from './source-question.tsx';

/** The lived journeys of one source, at their address. */
export function PathsScreen() {
  const navigate = useNavigate();
  return (
    <SourceQuestion read={readPathSearch}>
      {(asked) => (
        <PathsPage
          {...asked}
          onSearch={(next) =>
            void navigate({
              to: '/w/$workspaceId/sources/$sourceId/paths',
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
