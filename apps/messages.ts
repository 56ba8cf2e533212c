import { messages as journey } from '#journey/server/messages.ts';
import { messages as indicator } from '#measure/server/indicator/messages.ts';
import { messages as measure } from '#measure/server/messages.ts';
import { messages as contacts } from '#persona/server/contact-messages.ts';
import { messages as discovery } from '#persona/server/discovery-messages.ts';
import { messages as persona } from '#persona/server/messages.ts';
import { messages as platform } from '#platform/messages.ts';
import { messages as voice } from '#voice/server/messages.ts';
import { messages as workspace } from '#workspace/server/messages.ts';
import { messages as command } from './cli/problems.ts';
import { messages as demonstration } from './server/seed/messages.ts';

/** The problem sentences of every room, for whoever speaks to people: the page, the command and the API. */
export const allMessages = [
  platform,
  workspace,
  persona,
  discovery,
  contacts,
  journey,
  voice,
  measure,
  indicator,
  demonstration,
  command,
];
