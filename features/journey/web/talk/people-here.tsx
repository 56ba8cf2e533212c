import { IconSpeakerphone } from '@tabler/icons-react';
import { IconButton } from '#ui/icon-button.tsx';
import { People } from '#ui/live/people.tsx';
import type { Presence } from '#ui/live/presence.ts';
import { usePeers } from '../view/peer-store.ts';
import { useText } from './text.ts';
import type { Following } from './use-following.ts';

type PeopleHereProps = {
  readonly presence: Presence;
  readonly following: Following;
  readonly inviting: boolean;
  readonly onInvite: (inviting: boolean) => void;
};

/** Who else is on the map, each one to be followed, and the way to ask them to follow. */
export function PeopleHere({ presence, following, inviting, onInvite }: PeopleHereProps) {
  const t = useText();
  const alone = usePeers(presence).length === 0;
  const { leader, follow } = following;
  return (
    <>
      <People presence={presence} followed={leader?.id ?? null} onFollow={follow} />
      {(!alone || inviting) && (
        <IconButton
          label={t('follow.invite')}
          icon={<IconSpeakerphone />}
          aria-pressed={inviting}
          onClick={() => onInvite(!inviting)}
        />
      )}
    </>
  );
}
