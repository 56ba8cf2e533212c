import { Button } from '#ui/button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { exportMap } from '../../domain/file.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import classes from '../map-page.module.css';
import { useText } from '../text.ts';

type RefusedBannerProps = {
  /** Why the server takes nothing more from this page. */
  readonly reason: string;
  /** The map as this page has it, with what was not taken. */
  readonly map: JourneyMap;
};

/** Nothing written here is kept any more: why, how to save what is on the page, and how to go on. */
export function RefusedBanner({ reason, map }: RefusedBannerProps) {
  const t = useText();
  return (
    <div className={classes.banner} role="alert">
      <strong>{t(reason === 'document.deleted' ? 'status.deleted' : 'status.refused')}</strong>
      <span>{t.maybe(`refusal.${reason}`) ?? t('status.refusedHint')}</span>
      <Button onClick={() => saveCopy(map)}>{t('status.saveCopy')}</Button>
      {reason !== 'document.deleted' && (
        <Button onClick={() => window.location.reload()}>{t('status.reload')}</Button>
      )}
    </div>
  );
}

/** Hands the map over as the file that the list of maps opens again. */
function saveCopy(map: JourneyMap): void {
  const name = map.title.trim().replace(/[\\/:*?"<>|]+/g, ' ') || 'parcours';
  saveFile(
    new Blob([JSON.stringify(exportMap(map), null, 2)], { type: 'application/json' }),
    `${name}.parcours.json`,
  );
}
