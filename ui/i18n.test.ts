import { describe, expect, it } from 'vitest';
import { i18n, roomText, translate } from './i18n.ts';

const messages = {
  en: { cards_one: '{{count}} card', cards_other: '{{count}} cards', deep: { hello: 'Hello {{name}}' } },
  fr: { cards_one: '{{count}} carte', cards_other: '{{count}} cartes', deep: { hello: 'Bonjour {{name}}' } },
} as const;
roomText('i18n-test', messages);
const fr = translate<(typeof messages)['en']>('i18n-test', 'fr');
const en = translate<(typeof messages)['en']>('i18n-test', 'en');

describe('words of a room', () => {
  it('follow the plural of the language, and its way of writing numbers', () => {
    expect(fr('cards', { count: 0 })).toBe('0 carte');
    expect(en('cards', { count: 0 })).toBe('0 cards');
    expect(fr('cards', { count: 12480 })).toBe('12\u202f480 cartes');
    expect(fr('cards', { count: 1_000_000 })).toBe('1\u202f000\u202f000 cartes');
    expect(en('cards', { count: 12480 })).toBe('12,480 cards');
  });

  it('never interpret the text of a customer', () => {
    expect(fr('deep.hello', { name: '$t(cards) {{count}} <b>' })).toBe('Bonjour $t(cards) {{count}} <b>');
  });

  it('tell when nobody wrote a sentence', () => {
    expect(fr.maybe('deep.nothing')).toBeUndefined();
    expect(fr.maybe('deep.hello', { name: 'Léa' })).toBe('Bonjour Léa');
    expect(i18n.language).toMatch(/^(fr|en)$/);
  });
});
