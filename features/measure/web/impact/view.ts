import type { ReactNode } from 'react';
import type { Translate } from '#ui/i18n.ts';
import type { PathsView } from '../paths/view.ts';
import type { asked, ImpactSearch } from './address.ts';
import type { messages } from './messages.ts';

export type ImpactWords = Translate<(typeof messages)['en']>;

/** All that an answer of this page needs besides itself; what it shares with the paths of the source is theirs. */
export type ImpactView = {
  readonly paths: PathsView;
  readonly own: ImpactSearch;
  /** Changes the question; the former one stays behind, in the history of the browser. */
  readonly onOwn: (patch: Parameters<typeof asked>[1]) => void;
  readonly t: ImpactWords;
  /** A link to a map. */
  readonly mapLink: (mapId: string, words: string) => ReactNode;
};

export type TabProps = { readonly view: ImpactView; readonly whole: string | undefined };
