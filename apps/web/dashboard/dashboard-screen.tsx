import { useQuery } from '@tanstack/react-query';
import { defaultParseSearch, Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import type { Tile } from '#measure/domain/dashboard/dashboard.ts';
import classes from '#measure/web/dashboard/dashboard.module.css';
import { DashboardPage } from '#measure/web/dashboard/dashboard-page.tsx';
import { PathsTile } from '#measure/web/dashboard/paths-tile.tsx';
import { useText as useDashboardText } from '#measure/web/dashboard/text.ts';
import { IndicatorCard } from '#measure/web/indicator/indicator-card.tsx';
import { useSpeech } from '#measure/web/indicator/use-speech.ts';
import { readPathSearch } from '#measure/web/paths/address.ts';
import { useLocale } from '#ui/i18n.ts';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { SteeringLinks } from '../indicators/steering-links.tsx';
import page from '../page.module.css';
import { WorkspaceBar } from '../workspace-bar.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { MapTile } from './map-tile.tsx';

/** What the committee looks at, at its address. */
export function DashboardScreen() {
  const t = useDashboardText();
  useTitle(t('title'));
  return (
    <WorkspacePage>
      {(workspace, workspaces) => (
        <div className={page.page} key={workspace.id}>
          <WorkspaceBar
            workspace={workspace}
            workspaces={workspaces}
            page="/w/$workspaceId/dashboards"
            title={t('title')}
          >
            <SteeringLinks workspaceId={workspace.id} here="dashboards" />
          </WorkspaceBar>
          <Dashboards workspace={workspace} />
        </div>
      )}
    </WorkspacePage>
  );
}

function Dashboards({ workspace }: { readonly workspace: Workspace }) {
  const { id: workspaceId, zone } = workspace;
  const t = useDashboardText();
  const locale = useLocale();
  const speech = useSpeech(zone);
  const navigate = useNavigate();
  const { query } = useApi();
  const search = useSearch({ strict: false });
  const trends = useQuery(query.indicator.indicators.queryOptions({ input: { workspaceId } }));
  const maps = useQuery(query.journey.list.queryOptions({ input: { workspaceId } }));
  const nameOf = (tile: Tile): string => {
    if (tile.shows === 'map') return maps.data?.find(({ id }) => id === tile.mapId)?.title ?? t('form.map');
    if (tile.shows === 'paths') return t(`picture.${readPathSearch(tile.search).show ?? 'flow'}`);
    const found = trends.data?.find(({ indicator }) => indicator.id === tile.indicatorId);
    return found?.indicator.name ?? t('form.indicator');
  };
  const indicatorTile = (indicatorId: string) => {
    const trend = trends.data?.find(({ indicator }) => indicator.id === indicatorId);
    if (!trend)
      return (
        <article className={classes.box}>
          <p className={classes.small}>{t(trends.data ? 'gone' : 'loading')}</p>
        </article>
      );
    return (
      <IndicatorCard
        speech={speech}
        trend={trend}
        sayProblem={({ code, params }) => problemSentence({ code, params: params ?? {} }, locale)}
        name={
          <Link to="/w/$workspaceId/indicators/$indicatorId" params={{ workspaceId, indicatorId }}>
            {trend.indicator.name}
          </Link>
        }
      />
    );
  };
  const pathsTile = (tile: Extract<Tile, { shows: 'paths' }>) => {
    const { sourceId } = tile;
    const asked = readPathSearch(tile.search);
    return (
      <PathsTile
        workspaceId={workspaceId}
        zone={zone}
        sourceId={sourceId}
        search={tile.search}
        heading={(source, picture) => (
          <Link
            to="/w/$workspaceId/sources/$sourceId/paths"
            params={{ workspaceId, sourceId }}
            search={asked}
          >
            {[picture, source].filter((part) => part !== '').join(' · ')}
          </Link>
        )}
        onSearch={(next) =>
          void navigate({
            to: '/w/$workspaceId/sources/$sourceId/paths',
            params: { workspaceId, sourceId },
            search: next,
          })
        }
      />
    );
  };
  return (
    <DashboardPage
      workspaceId={workspaceId}
      chosen={'board' in search && typeof search.board === 'string' ? search.board : undefined}
      onChoose={(board) =>
        void navigate({
          to: '/w/$workspaceId/dashboards',
          params: { workspaceId },
          search: board === undefined ? {} : { board },
        })
      }
      nameOf={nameOf}
      show={(tile) =>
        tile.shows === 'indicator' ? (
          indicatorTile(tile.indicatorId)
        ) : tile.shows === 'paths' ? (
          pathsTile(tile)
        ) : (
          <MapTile workspaceId={workspaceId} zone={zone} mapId={tile.mapId} part={tile.part} />
        )
      }
      readAddress={(address) => readPathsAddress(workspaceId, address)}
    />
  );
}

/** Source and question of the address of a page of lived journeys; null when it is none of this workspace. */
function readPathsAddress(workspaceId: string, address: string) {
  if (!URL.canParse(address, window.location.href)) return null;
  const { pathname, search } = new URL(address, window.location.href);
  const found = /^\/w\/([\w-]{1,64})\/sources\/([\w-]{1,64})\/paths\/?$/.exec(pathname);
  if (!found || found[1] !== workspaceId || found[2] === undefined) return null;
  return { sourceId: found[2], search: { ...readPathSearch(defaultParseSearch(search)) } };
}
