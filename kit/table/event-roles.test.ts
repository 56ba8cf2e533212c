import { describe, expect, it } from 'vitest';
import { guessColumn } from './column-guess.ts';
import { guessEventRoles, plainName } from './event-roles.ts';

const columns = (table: Record<string, readonly string[]>) =>
  Object.entries(table).map(([name, values]) => guessColumn(name, values));

const times = ['2025-01-01 10:00', '2025-01-01 11:00', '2025-01-02 10:00', '2025-01-03 10:00'];
const people = ['A', 'A', 'B', 'B'];
const things = ['open', 'close', 'open', 'close'];

describe('guessEventRoles', () => {
  it('knows the names of process mining', () => {
    const guess = guessEventRoles(
      columns({
        'concept:name': things,
        'org:resource': ['x', 'y', 'x', 'z'],
        'time:timestamp': times,
        'case:concept:name': people,
      }),
    );
    expect(guess).toEqual({ customer: 'case:concept:name', time: 'time:timestamp', event: 'concept:name' });
  });

  it('knows French names', () => {
    const guess = guessEventRoles(
      columns({
        'Nº Client': people,
        'Date de l’évènement': times,
        Évènement: things,
        Canal: ['web', 'boutique', 'web', 'web'],
        'Note de satisfaction': ['4', '5', '', '3'],
        Verbatim: ['Très bien merci', '', 'Trop long', 'Bof'],
      }),
    );
    expect(guess).toEqual({
      customer: 'Nº Client',
      time: 'Date de l’évènement',
      event: 'Évènement',
      channel: 'Canal',
      score: 'Note de satisfaction',
      text: 'Verbatim',
    });
  });

  it('looks at values when names say nothing', () => {
    expect(guessEventRoles(columns({ a: people, b: times, c: things }))).toMatchObject({ time: 'b' });
    const wide = Array.from({ length: 100 }, (_, index) => index);
    const guess = guessEventRoles(
      columns({
        k: wide.map((n) => `P${n % 20}`),
        v: wide.map((n) => ['visit', 'call', 'pay', 'leave'][n % 4] ?? ''),
        w: wide.map((n) => `2025-01-01 10:${String(n % 60).padStart(2, '0')}`),
      }),
    );
    expect(guess).toMatchObject({ customer: 'k', event: 'v', time: 'w' });
  });

  it('takes an event id only if it is nearly unique, and a sequence number for no order', () => {
    const named = (ids: readonly string[]) =>
      guessEventRoles(
        columns({
          event_id: ids,
          customer_id: people,
          time: times,
          event: things,
          order: ['1', '2', '3', '4'],
        }),
      );
    expect(named(['1', '2', '3', '4']).eventId).toBe('event_id');
    expect(named(['1', '1', '3', '4']).eventId).toBeUndefined();
    expect(named(['1', '2', '3', '4']).orderId).toBeUndefined();
  });

  it('gives no role twice', () => {
    const roles = Object.values(guessEventRoles(columns({ date: times, client: people })));
    expect(new Set(roles).size).toBe(roles.length);
  });
});

describe('plainName', () => {
  it('compares names without case, accents, camels and punctuation', () => {
    expect(['case:concept:name', 'customerId', 'Évènement_Client'].map(plainName)).toEqual([
      'case concept name',
      'customer id',
      'evenement client',
    ]);
  });
});
