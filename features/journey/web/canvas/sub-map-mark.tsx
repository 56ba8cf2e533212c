import { IconSitemap } from '@tabler/icons-react';
import { useText } from '../talk/text.ts';
import { useMapContext } from '../view/map-context.ts';
import heads from './head.module.css';

/** Beside the title of a stage that another map tells in detail: the way there. */
export function SubMapMark({ mapId }: { readonly mapId: string }) {
  const { openMap } = useMapContext();
  const t = useText();
  if (!openMap) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={heads.subMap}
      aria-label={t('openSubMap')}
      title={t('openSubMap')}
      onClick={(event) => {
        event.stopPropagation();
        openMap(mapId);
      }}
    >
      <IconSitemap size={14} stroke={1.8} aria-hidden="true" />
    </button>
  );
}
