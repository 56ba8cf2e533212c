import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { SurveyPage } from '#voice/web/survey-page.tsx';
import { Lost } from '../frame.tsx';
import { useText } from '../text.ts';
import { WorkspacePage } from '../workspace-page.tsx';

/** The page of one survey, at its address. */
export function SurveyRoute() {
  const t = useText();
  const navigate = useNavigate();
  const { surveyId } = useParams({ strict: false });
  if (surveyId === undefined) return <Lost />;
  return (
    <WorkspacePage>
      {({ id: workspaceId, zone, language }) => (
        <SurveyPage
          key={surveyId}
          workspaceId={workspaceId}
          zone={zone}
          language={language}
          surveyId={surveyId}
          crumbs={
            <Link to="/w/$workspaceId/sources" params={{ workspaceId }}>
              {t('nav.data')}
            </Link>
          }
          onMap={(mapId) =>
            void navigate({ to: '/w/$workspaceId/maps/$mapId', params: { workspaceId, mapId } })
          }
          onRemoved={() => void navigate({ to: '/w/$workspaceId/sources', params: { workspaceId } })}
        />
      )}
    </WorkspacePage>
  );
}
