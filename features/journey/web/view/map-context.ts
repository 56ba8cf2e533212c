import { createContext, use } from 'react';
import type { SendingStore } from '../frame/sending-store.ts';
import type { TalkStore } from '../talk/talk-store.ts';
import type { Editor } from './editor.ts';
import type { Spots } from './spot.ts';
import type { ViewStore } from './view-store.ts';

/** What every part of the map needs and that never changes during the life of the page, so that it redraws nothing. */
export type MapContextValue = {
  readonly view: ViewStore;
  readonly editor: Editor;
  readonly spots: Spots;
  readonly talk: TalkStore;
  readonly sending: SendingStore;
  /** Leads to another map; undefined where the page stands alone. */
  readonly openMap: ((mapId: string) => void) | undefined;
};

export const MapContext = createContext<MapContextValue | null>(null);

export function useMapContext(): MapContextValue {
  const value = use(MapContext);
  if (!value) throw new Error('a part of the map was drawn outside the map page');
  return value;
}
