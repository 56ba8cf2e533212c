import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { addTouchpoint, editTouchpoint } from '#journey/domain/edit/touchpoint.ts';
import { StockContext } from '#journey/web/frame/stock.ts';
import { MapPage } from '#journey/web/map-page.tsx';
import { Presentation } from '#journey/web/present/presentation.tsx';
import { MapReading, WayChoice, type WayToLook } from '#journey/web/read/map-reading.tsx';
import { ReviewPanel } from '#journey/web/review/review-panel.tsx';
import type { MapConnection } from '#journey/web/source.ts';
import { lookOf, type MapLook, readSearch, searchOf } from '#journey/web/tools/look.ts';
import { knownChannel } from '#kit/channel.ts';
import { randomId } from '#kit/random-id.ts';
import { attributedPrefix, byPersonas } from '#measure/domain/measuring/split.ts';
import { BindingEditor } from '#measure/web/binding/binding-editor.tsx';
import { liveMap } from '#measure/web/live-map.ts';
import { DataStrip } from '#measure/web/map/data-strip.tsx';
import type { UndrawnEvent } from '#measure/web/map/drawn-and-travelled.tsx';
import { SplitChoice } from '#measure/web/map/split-choice.tsx';
import { everyone } from '#measure/web/place.ts';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { useFormat } from '#ui/i18n.ts';
import { useMyName } from '#ui/live/my-name.ts';
import { PageHeader } from '#ui/page-header.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { MapLinks } from '../portfolio/map-links.tsx';
import { StageSubMap } from '../portfolio/stage-sub-map.tsx';
import { dayIn, MapTools, ReviewButton } from './map-tools.tsx';
import { ObjectiveFigures } from './objective-figures.tsx';
import { SelectionFigures } from './selection-figures.tsx';
import { useEventSources } from './use-event-sources.ts';
import { useMapConnection } from './use-map-connection.ts';
import { useMeasure } from './use-measure.ts';
import { useStock } from './use-stock.ts';

type MapScreenProps = { readonly workspace: Workspace; readonly mapId: string };

/** One map, with what the data say of it. */
export function MapScreen({ workspace, mapId }: MapScreenProps) {
  const connection = useMapConnection(workspace.id, mapId);
  if (connection === null) return <PageHeader title={workspace.name} />;
  return <LiveMap key={mapId} workspace={workspace} mapId={mapId} connection={connection} />;
}

function LiveMap({ workspace, mapId, connection }: MapScreenProps & { readonly connection: MapConnection }) {
  const words = useMeasureText();
  const format = useFormat(workspace.zone);
  const navigate = useNavigate();
  const { document: map } = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const [reviewing, setReviewing] = useState(false);
  const [me] = useMyName();
  /** The stage that the presentation begins at; undefined while nothing is presented. */
  const [presented, setPresented] = useState<string | null | undefined>(undefined);
  const [wanted, setWanted] = useState<WayToLook | null>(null);
  const narrow = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  // An address that names a place of the map leads there, also on a telephone.
  const way = wanted ?? (narrow && window.location.hash === '' ? 'read' : 'draw');
  const today = dayIn(workspace.zone);
  const search = useSearch({ strict: false });
  const look = useMemo(() => lookOf(readSearch(search)), [search]);
  const { personaId } = look;
  const onLook = useCallback(
    (patch: Partial<MapLook>) =>
      void navigate({
        to: '.',
        search: (now) => searchOf({ ...lookOf(readSearch(now)), ...patch }),
        replace: true,
      }),
    [navigate],
  );
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const matched = map !== undefined && Object.values(map.personas).some(({ match }) => match !== null);
  // A persona's figures exist only where figures are split by personas; everyone's must not be shown under its name.
  const given = chosen?.startsWith(attributedPrefix) ? chosen : byPersonas;
  const by = personaId !== null ? given : chosen === undefined ? (matched ? byPersonas : null) : chosen;
  const measured = useMeasure(workspace.id, mapId, connection, by);
  const { measure } = measured;
  const group =
    personaId === null
      ? everyone
      : (measure?.groups.find((each) => each.personaId === personaId)?.key ?? personaId);
  const live = useMemo(
    () => (measure ? liveMap({ t: words, format }, measure, group) : null),
    [measure, words, format, group],
  );
  const sourceOf = useEventSources(workspace.id, measure);
  const stock = useStock(workspace.id);
  const toImport = () =>
    void navigate({ to: '/w/$workspaceId/import', params: { workspaceId: workspace.id } });
  const draw = ({ name, channel }: UndrawnEvent, stepId: string) => {
    const latest = connection.snapshot().document;
    const sourceId = sourceOf(name, channel);
    if (latest === undefined || sourceId === undefined) return;
    const known = knownChannel(channel);
    const rule = { names: [name], channels: channel === '' ? [] : [channel], attributes: [] };
    connection.change(
      addTouchpoint(
        latest,
        {
          stepId,
          channel: known === 'other' && channel.trim() !== '' ? channel.trim().slice(0, 60) : known,
          title: name,
          bindings: [{ on: 'events', sourceId, rule }],
        },
        randomId,
      ),
    );
  };
  const crumbs = useMemo(
    () => (
      <Link to="/w/$workspaceId" params={{ workspaceId: workspace.id }}>
        {workspace.name}
      </Link>
    ),
    [workspace],
  );
  const split = map !== undefined && measure !== undefined && (
    <SplitChoice
      workspaceId={workspace.id}
      map={map}
      measure={measure}
      by={by}
      onChange={(next) => {
        setChosen(next);
        if (next !== byPersonas && !next?.startsWith(attributedPrefix)) onLook({ personaId: null });
      }}
    />
  );
  if (presented !== undefined && map !== undefined) {
    return (
      <StockContext value={stock}>
        <Presentation
          map={map}
          live={live}
          personaId={personaId}
          startStageId={presented}
          onClose={() => setPresented(undefined)}
        />
      </StockContext>
    );
  }
  if (way === 'read' && map !== undefined) {
    return (
      <StockContext value={stock}>
        <MapReading
          map={map}
          live={live}
          personaId={personaId}
          onPersona={(id) => onLook({ personaId: id })}
          crumbs={crumbs}
          strip={<MapLinks workspaceId={workspace.id} mapId={mapId} />}
          actions={<WayChoice way={way} onWay={setWanted} />}
        />
      </StockContext>
    );
  }
  return (
    <MapPage
      connection={connection}
      live={live}
      stock={stock}
      look={look}
      onLook={onLook}
      today={today}
      crumbs={crumbs}
      way={<WayChoice way={way} onWay={setWanted} />}
      strip={
        <>
          <MapLinks workspaceId={workspace.id} mapId={mapId} />
          {map !== undefined && (
            <DataStrip
              measure={measure}
              map={map}
              zone={workspace.zone}
              simulated={workspace.demonstration}
              choice={split}
            />
          )}
        </>
      }
      review={
        map !== undefined && (
          <ReviewButton map={map} today={today} reviewing={reviewing} onReview={setReviewing} />
        )
      }
      toolbar={
        map !== undefined && (
          <MapTools
            workspaceId={workspace.id}
            mapId={mapId}
            map={map}
            onPresent={setPresented}
            onRead={() => setWanted('read')}
          />
        )
      }
      renderSide={
        reviewing
          ? (latest, { go, change }) => (
              <ReviewPanel
                map={latest}
                context={{ today }}
                author={{ name: me, id: null }}
                onGo={go}
                onChange={change}
              />
            )
          : undefined
      }
      onOpenMap={(id) =>
        void navigate({
          to: '/w/$workspaceId/maps/$mapId',
          params: { workspaceId: workspace.id, mapId: id },
        })
      }
      measureHint={<small>{words('sentence.nothing')}</small>}
      renderPanel={(selection) =>
        map === undefined ? null : (
          <>
            {selection.kind === 'stage' && (
              <StageSubMap
                workspaceId={workspace.id}
                mapId={mapId}
                map={map}
                stageId={selection.stageId}
                onChange={(changes) => connection.change(changes)}
              />
            )}
            <SelectionFigures
              workspaceId={workspace.id}
              mapId={mapId}
              selection={selection}
              map={map}
              measured={measured}
              group={group}
              zone={workspace.zone}
              onDraw={draw}
            />
          </>
        )
      }
      renderObjective={(objectiveId, objective) =>
        map === undefined ? null : (
          <ObjectiveFigures
            workspaceId={workspace.id}
            map={map}
            measure={measure}
            objectiveId={objectiveId}
            objective={objective}
            onChange={(changes) => connection.change(changes)}
            onImport={toImport}
          />
        )
      }
      renderTouchpointBinding={(touchpointId, touchpoint) => (
        <>
          {map !== undefined && touchpoint.bindings.length > 0 && (
            <SelectionFigures
              workspaceId={workspace.id}
              mapId={mapId}
              selection={{ kind: 'figures-of-touchpoint', touchpointId }}
              map={map}
              measured={measured}
              group={group}
              zone={workspace.zone}
            />
          )}
          <BindingEditor
            key={touchpointId}
            workspaceId={workspace.id}
            title={touchpoint.title}
            bindings={touchpoint.bindings}
            onChange={(bindings) => {
              const latest = connection.snapshot().document;
              if (latest) connection.change(editTouchpoint(latest, touchpointId, { bindings }));
            }}
            onImport={toImport}
          />
        </>
      )}
    />
  );
}
