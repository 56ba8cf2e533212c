import type { Change } from '#kit/document/changes.ts';
import { keyAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { channelKey, part, removal } from '../parts.ts';
import type { Persona, PreferredChannel } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

const everyChannel = () => true;

/** A preferred channel; one that is already there is not added twice. */
export function addChannel(
  persona: Persona,
  input: Position & { readonly channel: string; readonly note?: string },
  newId: NewId,
): Change[] {
  const channel = input.channel.trim();
  if (channel === '' || holderOf(persona, channel) !== undefined) return [];
  const { order, changes } = keyAt('channels', siblings(persona.channels, everyChannel), input);
  return [...changes, put('channels', newId(), { order, channel, note: input.note ?? '' })];
}

export function moveChannel(persona: Persona, input: Position & { readonly channelId: string }): Change[] {
  const { channelId } = input;
  if (!part(persona, 'channels', channelId) || nextToItself(input, channelId)) return [];
  const among = siblings(persona.channels, everyChannel, channelId);
  const { order, changes } = keyAt('channels', among, input);
  return [...changes, ...rewrite(persona, 'channels', channelId, { order })];
}

/** Another channel's name is not taken: two that read the same would be one. */
export function editChannel(
  persona: Persona,
  channelId: string,
  { channel, note }: Patch<Omit<PreferredChannel, 'order'>>,
): Change[] {
  const name = channel?.trim();
  const holder = name ? holderOf(persona, name) : undefined;
  const free = name !== undefined && name !== '' && (holder === undefined || holder === channelId);
  return rewrite(persona, 'channels', channelId, { note, channel: free ? name : undefined });
}

export const removeChannel = (persona: Persona, channelId: string): Change[] =>
  removal(persona, 'channels', channelId);

const holderOf = (persona: Persona, channel: string): string | undefined =>
  Object.entries(persona.channels).find(([, one]) => channelKey(one.channel) === channelKey(channel))?.[0];
