import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { MapReference } from '#journey/domain/reference.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapConnection } from '#journey/web/source.ts';
import { addressOf } from '#journey/web/view/place.ts';
import type { Change } from '#kit/document/changes.ts';
import { buttonClass } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText } from '../text.ts';
import { useMapConnection } from './use-map-connection.ts';

/** A map as one of its other pages shows it: the live document, how to change it, and the way back. */
export type MapAspect = {
  readonly map: JourneyMap;
  readonly readOnly: boolean;
  readonly onChange: (changes: readonly Change[]) => void;
  readonly onGo: (reference: MapReference) => void;
};

type MapAspectScreenProps = {
  readonly workspace: Workspace;
  readonly mapId: string;
  readonly children: (aspect: MapAspect) => ReactNode;
};

/** The frame of a page that shows a map otherwise than drawn; written with others, as the map is. */
export function MapAspectScreen(props: MapAspectScreenProps) {
  const connection = useMapConnection(props.workspace.id, props.mapId);
  if (connection === null) return <PageHeader title={props.workspace.name} />;
  return <LiveAspect {...props} connection={connection} />;
}

function LiveAspect(props: MapAspectScreenProps & { readonly connection: MapConnection }) {
  const { workspace, mapId, connection, children } = props;
  const t = useText();
  const navigate = useNavigate();
  const { document: map, readOnly } = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const params = { workspaceId: workspace.id, mapId };
  return (
    <>
      <PageHeader
        title={map?.title ?? workspace.name}
        actions={
          <Link to="/w/$workspaceId/maps/$mapId" params={params} className={buttonClass()}>
            {t('mapTools.back')}
          </Link>
        }
      />
      {map &&
        children({
          map,
          readOnly,
          onChange: (changes) => connection.change(changes),
          onGo: (reference) =>
            void navigate({ to: '/w/$workspaceId/maps/$mapId', params, hash: addressOf(reference) }),
        })}
    </>
  );
}
