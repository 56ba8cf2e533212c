import { useMemo } from 'react';
import {
  addComment,
  addReply,
  removeComment,
  removeReply,
  resolveComment,
  threadsOf,
  writersOf,
} from '#kit/document/threads.ts';
import { randomId } from '#kit/random-id.ts';
import { CommentsPanel } from '#ui/comments/comments-panel.tsx';
import type { Peer } from '#ui/live/presence.ts';
import { placeOfTarget, referenceTo, targetAt } from '../../domain/reference.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { useMapContext } from '../view/map-context.ts';
import { addressOf, placeOf } from '../view/place.ts';
import { useView } from '../view/view-store.ts';
import { usePlaceWords } from './place-words.ts';
import { useTalkPanel } from './talk-store.ts';
import { useText } from './text.ts';

type MapCommentsProps = {
  readonly map: JourneyMap;
  readonly peers: readonly Peer[];
  readonly readOnly: boolean;
};

/** J8: the comments of the map beside it; what is chosen on the map is what a new one is about. */
export function MapComments({ map, peers, readOnly }: MapCommentsProps) {
  const { view, editor, talk } = useMapContext();
  const t = useText();
  const panel = useTalkPanel(talk);
  const chosen = useView(view, (state) => state.place);
  const words = usePlaceWords(map);
  const about = placeOfTarget(map, targetAt(map, chosen ?? { at: 'map' }));
  const here = addressOf(about);
  const threads = useMemo(
    () =>
      threadsOf(map).map((thread) => {
        const place = placeOfTarget(map, thread.comment.target);
        return { thread, place: words(place), here: here !== '' && within(addressOf(place), here) };
      }),
    [map, words, here],
  );
  const people = useMemo(
    () => [...new Set([...peers.map(({ name }) => name).filter((name) => name !== ''), ...writersOf(map)])],
    [map, peers],
  );
  const by = (author: string) => ({ author, authorId: null, at: new Date().toISOString() });
  return (
    <CommentsPanel
      // Asked for anew, the field takes the focus anew.
      key={`${panel?.writing ?? 0}/${panel?.mine ?? 0}`}
      first={(panel?.mine ?? 0) > 0 ? 'me' : 'open'}
      threads={threads}
      about={words(about)}
      people={people}
      readOnly={readOnly}
      writing={(panel?.writing ?? 0) > 0 && panel?.mine === 0}
      onClose={() => {
        talk.show(null);
        view.goTo(view.get().place);
      }}
      onGo={({ id }) => view.goTo(placeOf(referenceTo(map, { part: 'comments', id })))}
      onSay={(text, author) =>
        editor.send(addComment({ by: by(author), text, target: targetAt(map, about) }, randomId))
      }
      onReply={({ id }, text, author) =>
        editor.send(addReply(map, { by: by(author), text, commentId: id }, randomId))
      }
      onResolve={({ id }, resolved, author) =>
        editor.send(resolveComment(map, id, resolved ? by(author || t('somebody')) : null))
      }
      onRemove={({ id }, replyId) =>
        editor.send(replyId === null ? removeComment(map, id) : removeReply(map, replyId))
      }
    />
  );
}

/** A card is in its cell. */
const within = (key: string, around: string): boolean => key === around || key.startsWith(`${around}:`);
