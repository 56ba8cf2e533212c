import { describe, expect, it } from 'vitest';
import { channelSchema, knownChannel, knownChannels } from './channel.ts';

describe('the known channel', () => {
  it.each([
    ['Téléphone', 'phone'],
    [' EMAIL ', 'e-mail'],
    ['Courriel', 'e-mail'],
    ['Site web', 'web'],
    ['Mobile App', 'app'],
    ['Agence', 'store'],
    ['TA/TO', 'partner'],
    ['Virement', 'bank'],
    ['pigeon', 'other'],
    ['', 'other'],
    ['constructor', 'other'],
  ])('of %s is %s', (word, channel) => {
    expect(knownChannel(word)).toBe(channel);
  });

  it('of a known channel is itself', () => {
    for (const channel of knownChannels) expect(knownChannel(channel)).toBe(channel);
  });
});

describe('a channel', () => {
  it('is any short text', () => {
    expect(channelSchema.parse('  Minitel ')).toBe('Minitel');
    expect(channelSchema.safeParse(' ').success).toBe(false);
    expect(channelSchema.safeParse('x'.repeat(61)).success).toBe(false);
  });
});
