import {
  type Icon,
  IconBuildingBank,
  IconBuildingStore,
  IconCalendarEvent,
  IconCircleDot,
  IconDeviceMobile,
  IconHeartHandshake,
  IconMail,
  IconMailbox,
  IconMessage,
  IconMessages,
  IconPhone,
  IconThumbUp,
  IconWorld,
} from '@tabler/icons-react';
import { useText } from './text.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

const icons: Readonly<Record<string, Icon>> = {
  web: IconWorld,
  app: IconDeviceMobile,
  phone: IconPhone,
  'e-mail': IconMail,
  sms: IconMessage,
  post: IconMailbox,
  store: IconBuildingStore,
  chat: IconMessages,
  social: IconThumbUp,
  bank: IconBuildingBank,
  partner: IconHeartHandshake,
  event: IconCalendarEvent,
};

type ChannelIconProps = {
  /** A known channel (web, app, phone …); anything else gets the sign of "another channel". */
  readonly channel: string;
  /** What it is called; the name of the known channel unless told. Empty: decorative, a name stands beside it. */
  readonly label?: string;
  readonly size?: number;
};

export function ChannelIcon({ channel, label, size = 16 }: ChannelIconProps) {
  const t = useText();
  const Drawn = icons[channel] ?? IconCircleDot;
  const said = label ?? t.maybe(`channel.${channel}`) ?? channel;
  return (
    <>
      <Drawn size={size} stroke={1.6} aria-hidden="true" />
      {said !== '' && <VisuallyHidden>{said}</VisuallyHidden>}
    </>
  );
}
