import { Tooltip } from '@mantine/core';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { peerColours } from '../canvas/peer-mark.tsx';
import classes from '../map-page.module.css';
import type { Peer } from '../source.ts';
import { useText } from '../text.ts';

const most = 5;

/** Who else is on the map. */
export function People({ peers }: { readonly peers: readonly Peer[] }) {
  const t = useText();
  if (peers.length === 0) return null;
  return (
    <ul className={classes.peers} aria-label={t('peers.label')}>
      {peers.slice(0, most).map((peer) => {
        const name = peer.name || t('peers.guest', { number: peer.rank });
        return (
          <Tooltip key={peer.id} label={name}>
            <li className={classes.avatar} style={peerColours(peer.colour)}>
              <span aria-hidden="true">{initials(name)}</span>
              <VisuallyHidden>{name}</VisuallyHidden>
            </li>
          </Tooltip>
        );
      })}
      {peers.length > most && <li className={classes.avatar}>+{peers.length - most}</li>}
    </ul>
  );
}

/** "Claire Bonnet" → "CB"; "Invité 2" → "I2". */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
