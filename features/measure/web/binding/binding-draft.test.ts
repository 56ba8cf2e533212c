import { describe, expect, it } from 'vitest';
import type { EventKind } from '#measure/domain/source.ts';
import type { Binding } from '#touchpoint/domain/binding.ts';
import {
  bindingDraftOf,
  bindingOf,
  channelsOf,
  chooseDataset,
  eventNames,
  matchingEvents,
  sourceKey,
  toggle,
} from './binding-draft.ts';

const kinds: EventKind[] = [
  { name: 'Appel', channel: 'phone', events: 100, journeys: 60 },
  { name: 'Appel', channel: 'web', events: 20, journeys: 20 },
  { name: 'Relance écrite', channel: 'e-mail', events: 70, journeys: 50 },
];

describe('a binding being made', () => {
  const draft = { ...bindingDraftOf(null, [sourceKey('s')]), names: new Set(['Appel']) };

  it('begins on the only data there are', () => {
    expect(draft.dataset).toBe('source:s');
    expect(bindingDraftOf(null, ['source:a', 'survey:b']).dataset).toBe('');
  });

  it('counts the events that match name and channel', () => {
    expect(matchingEvents(kinds, draft)).toBe(120);
    expect(matchingEvents(kinds, { ...draft, channels: new Set(['web']) })).toBe(20);
    expect(matchingEvents(kinds, { ...draft, names: new Set(['Appel', 'Relance écrite']) })).toBe(190);
    expect(matchingEvents(kinds, { ...draft, names: new Set(['Absent']) })).toBe(0);
  });

  it('offers the channels of the chosen events, and finds names without accents or capitals', () => {
    expect(channelsOf(kinds, draft.names)).toEqual(['phone', 'web']);
    expect(eventNames(kinds, 'ECRITE').map(({ name }) => name)).toEqual(['Relance écrite']);
    expect(eventNames(kinds, '')[0]).toEqual({ name: 'Appel', events: 120, channels: ['phone', 'web'] });
  });

  it('is a binding once something is chosen, and reads back the same', () => {
    expect(bindingOf({ ...draft, names: new Set() })).toBeNull();
    expect(bindingOf({ ...draft, conditions: [{ name: 'segment', is: 'one-of', values: [] }] })).toBeNull();
    const binding: Binding = {
      on: 'events',
      sourceId: 's',
      rule: {
        names: ['Appel', 'Relance écrite'],
        channels: ['phone'],
        attributes: [{ name: 'segment', is: 'none-of', values: ['B'] }],
      },
    };
    expect(bindingOf(bindingDraftOf(binding, []))).toEqual(binding);
    const survey: Binding = { on: 'survey', surveyId: 'q', column: 'NETPRO', kind: 'nps' };
    expect(bindingOf(bindingDraftOf(survey, []))).toEqual(survey);
  });

  it('forgets what was chosen elsewhere when other data are chosen', () => {
    expect(chooseDataset(draft, 'survey:q').names.size).toBe(0);
    expect(chooseDataset(draft, draft.dataset)).toBe(draft);
    expect([...toggle(new Set(['a']), 'a')]).toEqual([]);
  });
});
