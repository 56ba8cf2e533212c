import { describe, expect, it } from 'vitest';
import { mapOfBindings } from '#testing/map-of-bindings.ts';
import { stepsReading } from './bound-steps.ts';

const bound = (id: string, stepId: string, stageId: string, sourceId: string, names: string[]) => ({
  id,
  stepId,
  stageId,
  stageRank: 0,
  events: [{ on: 'events' as const, sourceId, rule: { names, channels: [], attributes: [] } }],
  surveys: [],
});

describe('the steps of a map that read a place of a source', () => {
  const map = mapOfBindings([
    bound('call', 'asking', 'ask', 's', ['Call', 'Call back']),
    bound('visit', 'asking', 'ask', 's', ['Visit']),
    bound('paid', 'paying', 'pay', 's', ['Paid']),
    bound('elsewhere', 'other', 'pay', 'another', ['Call']),
  ]);
  const ids = (unit: 'event' | 'touchpoint' | 'step' | 'stage', key: string) =>
    stepsReading(map, { sourceId: 's', unit, key }).map(({ id }) => id);

  it('are those whose touchpoints are bound to it, whatever it is read as', () => {
    expect(ids('event', 'Call back')).toEqual(['asking']);
    expect(ids('event', 'Gone')).toEqual([]);
    expect(ids('touchpoint', 'visit')).toEqual(['asking']);
    expect(ids('step', 'paying')).toEqual(['paying']);
    expect(ids('stage', 'pay')).toEqual(['paying']);
  });
});
