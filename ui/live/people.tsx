import { Menu, Tooltip } from '@mantine/core';
import { type CSSProperties, useSyncExternalStore } from 'react';
import { useText } from '../text.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import classes from './live.module.css';
import type { Peer, Presence } from './presence.ts';

const most = 5;

/** A colour of the six and the ink that can be read on it (only blue on white needs a light one). */
export const peerColours = (colour: number): CSSProperties =>
  ({
    '--peer': `var(--persona-${colour})`,
    '--on-peer': colour === 1 ? 'light-dark(#fff, #111)' : '#111',
  }) as CSSProperties;

/** The name of somebody, or "Guest 2". */
export function usePeerName(): (peer: Peer) => string {
  const t = useText();
  return (peer) => peer.name || t('live.guest', { number: peer.rank });
}

type PeopleProps = {
  readonly presence: Presence;
  /** Whom this reader follows; each one can be followed where `onFollow` is given. */
  readonly followed?: number | null;
  readonly onFollow?: (peerId: number | null) => void;
};

/** Who else is in the document. */
export function People({ presence, followed = null, onFollow }: PeopleProps) {
  const t = useText();
  const nameOf = usePeerName();
  const peers = useSyncExternalStore(presence.subscribe, presence.peers);
  if (peers.length === 0) return null;
  return (
    <ul className={classes.peers} aria-label={t('live.people')}>
      {peers.slice(0, most).map((peer) => (
        <Tooltip key={peer.id} label={onFollow ? t('live.follow', { name: nameOf(peer) }) : nameOf(peer)}>
          <li className={classes.avatar} style={peerColours(peer.colour)}>
            {onFollow ? (
              <button
                type="button"
                className={classes.face}
                aria-pressed={peer.id === followed}
                aria-label={t('live.follow', { name: nameOf(peer) })}
                data-initials={initials(nameOf(peer))}
                onClick={() => onFollow(peer.id === followed ? null : peer.id)}
              />
            ) : (
              <>
                <span aria-hidden="true">{initials(nameOf(peer))}</span>
                <VisuallyHidden>{nameOf(peer)}</VisuallyHidden>
              </>
            )}
          </li>
        </Tooltip>
      ))}
      {peers.length > most && (
        <li className={classes.avatar}>
          {onFollow ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <button
                  type="button"
                  className={classes.face}
                  data-initials={`+${peers.length - most}`}
                  aria-label={t('live.others', { count: peers.length - most })}
                />
              </Menu.Target>
              <Menu.Dropdown>
                {peers.slice(most).map((peer) => (
                  <Menu.Item key={peer.id} onClick={() => onFollow(peer.id)}>
                    {t('live.follow', { name: nameOf(peer) })}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          ) : (
            <>+{peers.length - most}</>
          )}
        </li>
      )}
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
