import type { CSSProperties } from 'react';
import type { Peer } from '../source.ts';
import { useText } from '../text.ts';
import cells from './cell.module.css';

/** A colour of the six and the ink that can be read on it (only blue on white needs a light one). */
export const peerColours = (colour: number): CSSProperties =>
  ({
    '--peer': `var(--persona-${colour})`,
    '--on-peer': colour === 1 ? 'light-dark(#fff, #111)' : '#111',
  }) as CSSProperties;

/** Attributes of a place somebody else looks at: a frame in their colour. */
export const peerProps = (peer: Peer | undefined) =>
  peer ? { 'data-peer': '', style: peerColours(peer.colour) } : {};

/** The name of somebody else, on the corner of what they look at. */
export function PeerMark({ peer }: { readonly peer: Peer | undefined }) {
  const t = useText();
  if (!peer) return null;
  const name = peer.name || t('peers.guest', { number: peer.rank });
  return (
    <span className={cells.peerName} title={t('peers.here', { name })}>
      {name}
    </span>
  );
}
