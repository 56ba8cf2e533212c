import { peerColours, usePeerName } from '#ui/live/people.tsx';
import type { Peer } from '#ui/live/presence.ts';
import { useText } from '../talk/text.ts';
import cells from './cell.module.css';

/** Attributes of a place somebody else looks at: a frame in their colour. */
export const peerProps = (peer: Peer | undefined) =>
  peer ? { 'data-peer': '', style: peerColours(peer.colour) } : {};

/** The name of somebody else, on the corner of what they look at. */
export function PeerMark({ peer }: { readonly peer: Peer | undefined }) {
  const t = useText();
  const nameOf = usePeerName();
  if (!peer) return null;
  const name = nameOf(peer);
  return (
    <span className={cells.peerName} title={t('isHere', { name })}>
      {name}
    </span>
  );
}
