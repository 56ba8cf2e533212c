import {
  IconChartLine,
  IconDatabase,
  IconFileImport,
  IconHome,
  IconRoute,
  IconUsers,
} from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { AppFrame, type FrameItem, type FrameLinkProps } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Preferences } from '#ui/preferences.tsx';
import { useTitle } from '#ui/use-title.ts';
import { useCurrentWorkspace } from './current-workspace.ts';
import { DropAnywhere } from './drop-anywhere.tsx';
import classes from './page.module.css';
import { forgetPending, handOver } from './pending-file.ts';
import { useText } from './text.ts';

const FrameLink = ({ href, ...rest }: FrameLinkProps) => <Link to={href} {...rest} />;

/** What surrounds every page. */
export function Frame() {
  const t = useText();
  const { workspace } = useCurrentWorkspace();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const base = workspace === undefined ? null : `/w/${workspace.id}`;
  const under = (href: string) => path === href || path.startsWith(`${href}/`);
  const items: FrameItem[] = [
    {
      key: 'home',
      label: t('nav.home'),
      icon: <IconHome />,
      href: '/',
      current: path === '/' || path === base,
    },
  ];
  if (base !== null) {
    items.push(
      {
        key: 'personas',
        label: t('nav.personas'),
        icon: <IconUsers />,
        href: `${base}/personas`,
        current: under(`${base}/personas`),
      },
      {
        key: 'maps',
        label: t('nav.maps'),
        icon: <IconRoute />,
        href: `${base}/maps`,
        current: under(`${base}/maps`),
      },
      {
        key: 'indicators',
        label: t('nav.indicators'),
        icon: <IconChartLine />,
        href: `${base}/indicators`,
        current: under(`${base}/indicators`) || under(`${base}/dashboards`) || under(`${base}/report`),
      },
      {
        key: 'data',
        label: t('nav.data'),
        icon: <IconDatabase />,
        href: `${base}/sources`,
        current: under(`${base}/sources`) || under(`${base}/surveys`),
      },
      {
        key: 'import',
        label: t('nav.import'),
        icon: <IconFileImport />,
        href: `${base}/import`,
        current: under(`${base}/import`),
      },
    );
  }
  const openFile = useOpenFile(workspace?.id);
  useArrival(path);
  return (
    <AppFrame
      items={items}
      homeHref="/"
      Link={FrameLink}
      foot={
        <Preferences>
          <Link to="/about">{t('nav.about')}</Link>
        </Preferences>
      }
    >
      <Outlet />
      {openFile !== null && <DropAnywhere onFile={openFile} />}
    </AppFrame>
  );
}

/** Carries a file to the import page of a workspace; null while there is no workspace. */
function useOpenFile(workspaceId: string | undefined): ((file: File) => void) | null {
  const navigate = useNavigate();
  const open = useCallback(
    (file: File) => {
      if (workspaceId === undefined) return;
      handOver(file);
      void navigate({ to: '/w/$workspaceId/import', params: { workspaceId } });
    },
    [navigate, workspaceId],
  );
  return workspaceId === undefined ? null : open;
}

/** Following a link moves the focus to the new page, as loading one would: a screen reader starts reading there. */
function useArrival(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!path.endsWith('/import')) forgetPending();
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [path]);
}

/** No page at this address. */
export function Lost() {
  const t = useText();
  const navigate = useNavigate();
  useTitle(t('lost.title'));
  return (
    <div className={classes.page}>
      <EmptyState
        level={1}
        title={t('lost.title')}
        text={t('lost.text')}
        actions={
          <Button look="action" onClick={() => void navigate({ to: '/' })}>
            {t('lost.home')}
          </Button>
        }
      />
    </div>
  );
}

/** A page that threw: a bug. The way out is offered; the details go to the console for whoever repairs it. */
export function Fault({ error }: { readonly error: unknown }) {
  const t = useText();
  useTitle(t('fault.title'));
  console.error(error);
  return (
    <div className={classes.page}>
      <EmptyState
        level={1}
        title={t('fault.title')}
        text={t('fault.text')}
        actions={
          <Button look="action" onClick={() => window.location.assign('/')}>
            {t('fault.home')}
          </Button>
        }
      />
    </div>
  );
}
