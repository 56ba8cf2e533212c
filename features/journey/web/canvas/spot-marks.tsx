import type { ReactNode } from 'react';
import { peerColours, usePeerName } from '#ui/live/people.tsx';
import type { Peer } from '#ui/live/presence.ts';
import { CommentMark } from '../talk/comment-mark.tsx';
import { useText } from '../talk/text.ts';
import type { Spot } from '../view/spot.ts';
import cells from './cell.module.css';

/** On the corners of a place: the talk about it, and who else is there. */
export const spotMarks = (key: string, { comments, peer }: Spot): ReactNode =>
  comments === 0 && peer === undefined ? null : (
    <>
      {comments > 0 && <CommentMark placeKey={key} count={comments} />}
      {peer && <PeerMark peer={peer} />}
    </>
  );

/** Attributes of a place somebody else looks at: a frame in their colour. */
export const peerProps = (peer: Peer | undefined) =>
  peer ? { 'data-peer': '', style: peerColours(peer.colour) } : {};

/** The name of somebody else, on the corner of what they look at. */
function PeerMark({ peer }: { readonly peer: Peer }) {
  const t = useText();
  const nameOf = usePeerName();
  const name = nameOf(peer);
  return (
    <span className={cells.peerName} title={t('isHere', { name })}>
      {name}
    </span>
  );
}
