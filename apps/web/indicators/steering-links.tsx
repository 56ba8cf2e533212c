import { Link } from '@tanstack/react-router';
import type { WorkspaceId } from '#kit/ids.ts';
import { buttonClass } from '#ui/button.tsx';
import { useText } from '../text.ts';

type SteeringLinksProps = {
  readonly workspaceId: WorkspaceId;
  readonly here: 'indicators' | 'dashboards' | 'report';
};

/** From the figures to the pages made of them, and back. */
export function SteeringLinks({ workspaceId, here }: SteeringLinksProps) {
  const t = useText();
  const params = { workspaceId };
  return (
    <>
      {here !== 'indicators' && (
        <Link className={buttonClass()} to="/w/$workspaceId/indicators" params={params}>
          {t('nav.indicators')}
        </Link>
      )}
      {here !== 'dashboards' && (
        <Link className={buttonClass()} to="/w/$workspaceId/dashboards" params={params}>
          {t('indicators.dashboard')}
        </Link>
      )}
      {here !== 'report' && (
        <Link className={buttonClass()} to="/w/$workspaceId/report" params={params}>
          {t('indicators.report')}
        </Link>
      )}
    </>
  );
}
