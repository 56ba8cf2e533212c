import type { Random } from '#kit/statistics/random.ts';
import { type ChannelCode, channels, type EventCode, eventKinds } from './catalogue.ts';
import { drawIndex, type Traits } from './customer.ts';
import { type Delay, delays, type Mix, type Persona, personas, world } from './personas.ts';

/** Receives what happens: index of the event kind, index of the channel, days since the start, asked for a score? */
export type Happening = (kind: number, channel: number, day: number, asked: boolean) => void;

export const kindIndex = Object.fromEntries(eventKinds.map((kind, i) => [kind.code, i])) as Readonly<
  Record<EventCode, number>
>;
export const channelIndex = Object.fromEntries(channels.map((channel, i) => [channel.code, i])) as Readonly<
  Record<ChannelCode, number>
>;

type CompiledMix = { readonly channels: readonly number[]; readonly shares: readonly number[] };
const compileMix = (mix: Mix): CompiledMix => {
  const entries = Object.entries(mix) as [ChannelCode, number][];
  return { channels: entries.map(([code]) => channelIndex[code]), shares: entries.map(([, share]) => share) };
};
const mixes = personas.map((persona) => ({
  rights: compileMix(persona.rightsChannels),
  sending: compileMix(persona.sendingChannels),
  contest: compileMix(persona.contestChannels),
  quote: compileMix(persona.quoteChannels),
}));
const complaintMix = compileMix({ 'e-mail': 0.4, phone: 0.32, web: 0.2, post: 0.08 });

const drawChannel = (random: Random, mix: CompiledMix): number =>
  mix.channels[drawIndex(random.next(), mix.shares)]!;

/** Ten seconds at least, so that an effect never has the very second of its cause unless it is meant to. */
const shortest = 10 / 86_400;

const delay = (random: Random, name: Delay): number => {
  const { median, spread } = delays[name];
  return Math.max(shortest, median * Math.exp(spread * random.normal()));
};

function poisson(random: Random, mean: number, most: number): number {
  let count = 0;
  let term = Math.exp(-mean);
  let rest = random.next();
  while (rest >= term && count < most) {
    rest -= term;
    count++;
    term *= mean / count;
  }
  return count;
}

/**
 * The life of one customer from the day they appear. Draws come in a fixed order from the customer's own stream.
 * Nothing here knows when the observed period ends: the caller leaves out what has not happened yet, so that
 * journeys are cut off where they stand, as in a real log.
 */
export function liveCustomer(random: Random, traits: Traits, day: number, happen: Happening): void {
  const arrival = random.next();
  if (arrival < world.newcomers) {
    const signed = subscribe(random, traits, day, happen);
    if (signed !== undefined && random.chance(world.firstInvoice))
      beReimbursed(random, traits, signed + delay(random, 'signatureToFirstInvoice'), happen);
  } else if (arrival < world.newcomers + world.otherComplaints) {
    complain(random, traits, day, happen);
  } else {
    beReimbursed(random, traits, day, happen);
  }
}

/** Returns the day of the signature, if any. */
function subscribe(random: Random, traits: Traits, day: number, happen: Happening): number | undefined {
  const persona = personas[traits.persona]!;
  const channel = drawChannel(random, mixes[traits.persona]!.quote);
  happen(kindIndex.quote_requested, channel, day, true);
  const quoted = day + delay(random, 'requestToQuote');
  happen(kindIndex.quote_received, channelIndex['e-mail'], quoted, false);
  let decided = quoted;
  const talks = random.chance(persona.meetsAdviser);
  if (talks) {
    decided = quoted + delay(random, 'quoteToTalk');
    const where = channel === channelIndex.store ? channelIndex.store : channelIndex.phone;
    happen(kindIndex.adviser_met, where, decided, true);
  }
  if (!random.chance(talks ? persona.signsAfterTalk : persona.signsAlone)) return undefined;
  const signed = decided + delay(random, 'quoteToSignature');
  const how =
    channel === channelIndex.store
      ? channelIndex.store
      : random.chance(0.4)
        ? channelIndex.app
        : channelIndex.web;
  happen(kindIndex.contract_signed, how, signed, true);
  happen(
    kindIndex.welcome_received,
    channelIndex['e-mail'],
    signed + delay(random, 'signatureToWelcome'),
    true,
  );
  happen(kindIndex.card_received, channelIndex.post, signed + delay(random, 'signatureToCard'), false);
  return signed;
}

function beReimbursed(random: Random, traits: Traits, day: number, happen: Happening): void {
  const persona = personas[traits.persona]!;
  let sent = day;
  if (random.chance(persona.checksRights)) {
    happen(kindIndex.rights_checked, drawChannel(random, mixes[traits.persona]!.rights), day, true);
    sent = day + delay(random, 'rightsToSending');
  }
  const sending = drawChannel(random, mixes[traits.persona]!.sending);
  happen(kindIndex.invoice_sent, sending, sent, true);
  const acknowledged = acknowledgeTwice(random, sending, sent, happen);
  let lastNews = followFile(random, persona, sending, acknowledged, happen);
  if (random.chance(world.missingDocument)) {
    const asked = acknowledged + delay(random, 'acknowledgementToDocumentRequest');
    happen(kindIndex.document_requested, channelIndex['e-mail'], asked, true);
    if (random.chance(persona.givesUp)) return;
    const completed = asked + delay(random, 'documentRequestToSending');
    happen(kindIndex.document_sent, sending, completed, false);
    lastNews = Math.max(lastNews, completed);
  }
  const wait = delay(random, 'lastNewsToPayment');
  if (random.chance(persona.callsWhileWaiting)) {
    happen(kindIndex.adviser_called, channelIndex.phone, lastNews + wait * (0.4 + 0.5 * random.next()), true);
  }
  const paid = lastNews + wait;
  happen(kindIndex.payment_received, channelIndex.bank, paid, true);
  const stated = random.chance(world.statementTie) ? paid : paid + delay(random, 'paymentToStatement');
  const byPost = sending === channelIndex.post;
  happen(kindIndex.statement_received, byPost ? channelIndex.post : channelIndex['e-mail'], stated, true);
  if (random.chance(persona.contests)) contest(random, traits, stated, happen);
}

/** The redundant touchpoint of the story: one request, two messages, stamped with the same second. */
function acknowledgeTwice(random: Random, sending: number, sent: number, happen: Happening): number {
  const byPost = sending === channelIndex.post;
  const at = sent + delay(random, byPost ? 'postToAcknowledgement' : 'sendingToAcknowledgement');
  happen(kindIndex.acknowledgement_received, channelIndex['e-mail'], at, true);
  happen(kindIndex.acknowledgement_received, byPost ? channelIndex.post : channelIndex.sms, at, true);
  return at;
}

/** Looks at the file in the app or on the site; returns the day of the last look, or of the acknowledgement. */
function followFile(
  random: Random,
  persona: Persona,
  sending: number,
  acknowledged: number,
  happen: Happening,
): number {
  const where = sending === channelIndex.app ? channelIndex.app : channelIndex.web;
  const looks = poisson(random, persona.looks, 6);
  let last = acknowledged;
  for (let i = 0; i < looks; i++) {
    last += delay(random, 'acknowledgementToLook');
    happen(kindIndex.file_viewed, where, last, i === 0);
  }
  return last;
}

function contest(random: Random, traits: Traits, stated: number, happen: Happening): void {
  const persona = personas[traits.persona]!;
  const contested = stated + delay(random, 'statementToContest');
  happen(kindIndex.amount_contested, drawChannel(random, mixes[traits.persona]!.contest), contested, true);
  const answered = contested + delay(random, 'contestToAnswer');
  happen(kindIndex.contest_answered, channelIndex['e-mail'], answered, false);
  if (random.chance(persona.escalates))
    complain(random, traits, answered + delay(random, 'answerToComplaint'), happen);
}

function complain(random: Random, traits: Traits, day: number, happen: Happening): void {
  const persona = personas[traits.persona]!;
  const channel = drawChannel(random, complaintMix);
  happen(kindIndex.complaint_opened, channel, day, true);
  const acknowledged = day + delay(random, 'complaintToAcknowledgement');
  happen(kindIndex.complaint_acknowledged, channelIndex['e-mail'], acknowledged, false);
  const wait = delay(random, 'complaintToAnswer');
  if (random.chance(persona.recalls))
    happen(
      kindIndex.complaint_recalled,
      channelIndex.phone,
      acknowledged + wait * (0.3 + 0.5 * random.next()),
      true,
    );
  const byPost = channel === channelIndex.post;
  happen(
    kindIndex.complaint_answered,
    byPost ? channelIndex.post : channelIndex['e-mail'],
    acknowledged + wait,
    true,
  );
}
