import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { usePeerName } from '#ui/live/people.tsx';
import type { Presence } from '#ui/live/presence.ts';
import { usePeers } from '../view/peer-store.ts';
import classes from './talk.module.css';
import { useText } from './text.ts';
import type { Following } from './use-following.ts';

type FollowBarProps = {
  readonly presence: Presence;
  readonly following: Following;
  /** This reader asks the others to follow. */
  readonly inviting: boolean;
  readonly onInvite: (inviting: boolean) => void;
};

/** Who follows whom, and the way out of it. */
export function FollowBar({ presence, following, inviting, onInvite }: FollowBarProps) {
  const t = useText();
  const nameOf = usePeerName();
  const peers = usePeers(presence);
  const [declined, setDeclined] = useState<ReadonlySet<number>>(new Set());
  const { leader, follow } = following;
  const inviter = peers.find((peer) => peer.inviting && peer.id !== leader?.id && !declined.has(peer.id));
  const followers = peers.filter(({ following: whom }) => whom === presence.self).length;
  return (
    <div role="status">
      {leader && (
        <p className={classes.follow}>
          {t('follow.leader', { name: nameOf(leader) })}
          <Button onClick={() => follow(null)}>{t('follow.stop')}</Button>
        </p>
      )}
      {inviter && (
        <p className={classes.follow}>
          {t('follow.invited', { name: nameOf(inviter) })}
          <Button look="action" onClick={() => follow(inviter.id)}>
            {t('follow.accept')}
          </Button>
          <Button onClick={() => setDeclined(new Set([...declined, inviter.id]))}>
            {t('follow.decline')}
          </Button>
        </p>
      )}
      {inviting && (
        <p className={classes.follow}>
          {t('follow.inviting', { count: followers })}
          <Button onClick={() => onInvite(false)}>{t('follow.stop')}</Button>
        </p>
      )}
    </div>
  );
}
