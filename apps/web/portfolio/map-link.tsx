import { Link } from '@tanstack/react-router';
import type { MapSummary } from '#journey/contract.ts';
import { useText } from './text.ts';

type MapLinkProps = { readonly workspaceId: string; readonly map: Pick<MapSummary, 'id' | 'title'> };

/** The way to another map, by its title. */
export function MapLink({ workspaceId, map }: MapLinkProps) {
  const t = useText();
  return (
    <Link to="/w/$workspaceId/maps/$mapId" params={{ workspaceId, mapId: map.id }}>
      {map.title === '' ? t('untitled') : map.title}
    </Link>
  );
}
