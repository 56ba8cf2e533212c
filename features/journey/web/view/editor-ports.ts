import type { NewId } from '#kit/ids.ts';
import type { MapSource } from '../source.ts';
import type { TalkStore } from '../talk/talk-store.ts';
import type { Seen } from './map-commands.ts';
import type { Notice } from './notice.ts';
import type { ViewStore } from './view-store.ts';

/** What editing works with: the live map, the view of this reader, and a way to say what happened. */
export type EditorPorts = {
  readonly source: MapSource;
  readonly view: ViewStore;
  readonly talk: Pick<TalkStore, 'show'>;
  readonly newId: NewId;
  readonly seen: () => Seen | null;
  readonly notify: (notice: Notice | null) => void;
};
