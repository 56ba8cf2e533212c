import { largestMedia, mediaAccepted, mediaHead, recogniseMedia } from '../../domain/media.ts';
import { useMapContext } from '../view/map-context.ts';
import type { CellPlace } from '../view/place.ts';
import { useStock } from './stock.ts';
import { useText } from './text.ts';

/**
 * Puts a picture, a sound or a video on a card, or on a new card of a cell: chosen, dropped or pasted. What is none, or
 * too large, is told before anything is sent; the server looks again. null where a map is shown without its workspace.
 */
export function useAttach() {
  const stock = useStock();
  const { editor, view, sending } = useMapContext();
  const t = useText();
  if (!stock) return null;

  const take = async (file: File, place: CellPlace): Promise<void> => {
    const known = recogniseMedia(new Uint8Array(await file.slice(0, mediaHead).arrayBuffer()));
    if (!known) return editor.say({ kind: 'media', text: t('media.none', { name: file.name }) });
    if (file.size > known.largest) {
      const megabytes = Math.round(largestMedia[known.prefix] / 1e6);
      return editor.say({ kind: 'media', text: t('media.large', { name: file.name, megabytes }) });
    }
    const { end, ...ways } = sending.begin(file);
    const sent = await stock.sendMedia(file, ways);
    end();
    if (ways.signal.aborted) {
      // What had the focus is gone with what it stopped.
      view.goTo(place);
      editor.say({ kind: 'media', text: t('media.cancelled', { name: file.name }) });
    } else if (sent.ok) editor.attach(place, sent.mediaId);
    else editor.say({ kind: 'media', text: sent.says ?? t('media.failed', { name: file.name }) });
  };

  const choose = (place: CellPlace): void => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = mediaAccepted;
    input.onchange = () => {
      const file = input.files?.[0];
      if (file) void take(file, place);
    };
    // Whatever becomes of it, the keyboard goes on from where the file was asked for.
    view.goTo(place);
    input.click();
  };
  return { take, choose };
}
