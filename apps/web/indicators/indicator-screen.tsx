import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IndicatorPage } from '#measure/web/indicator/indicator-page.tsx';
import { useText as useIndicatorText } from '#measure/web/indicator/text.ts';
import { useLocale } from '#ui/i18n.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { Lost } from '../frame.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { FigureLinks } from './figure-links.tsx';

/** One indicator, at its address. */
export function IndicatorScreen() {
  const { indicatorId } = useParams({ strict: false });
  const t = useIndicatorText();
  const locale = useLocale();
  const navigate = useNavigate();
  const { by } = useSearch({ strict: false }) as { by?: string };
  if (indicatorId === undefined) return <Lost />;
  return (
    <WorkspacePage>
      {({ id: workspaceId, zone }) => (
        <IndicatorPage
          key={indicatorId}
          workspaceId={workspaceId}
          zone={zone}
          indicatorId={indicatorId}
          crumbs={
            <Link to="/w/$workspaceId/indicators" params={{ workspaceId }}>
              {t('title')}
            </Link>
          }
          sayProblem={({ code, params }) => problemSentence({ code, params: params ?? {} }, locale)}
          links={(trend) => <FigureLinks workspaceId={workspaceId} trend={trend} />}
          by={by === '' ? null : by}
          onBy={(next) =>
            void navigate({
              to: '/w/$workspaceId/indicators/$indicatorId',
              params: { workspaceId, indicatorId },
              search: { by: next ?? '' },
              replace: true,
            })
          }
          onRemoved={() => void navigate({ to: '/w/$workspaceId/indicators', params: { workspaceId } })}
        />
      )}
    </WorkspacePage>
  );
}
