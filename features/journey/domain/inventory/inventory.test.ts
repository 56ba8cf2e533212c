import { describe, expect, it } from 'vitest';
import { sketchMap } from '#testing/sketch-map.ts';
import { reimbursementExample } from '../examples/reimbursement.ts';
import { inventory } from './inventory.ts';

const sent = (channel: string) => ({ channel, initiator: 'company' as const });
const map = sketchMap({
  personas: ['ana', 'bo'],
  steps: [
    {
      stage: 'I ask',
      title: 'I send',
      touchpoints: [{ channel: 'Site web' }, { channel: 'phone' }, sent('post')],
    },
    {
      stage: 'I ask',
      title: 'I follow',
      touchpoints: [{ channel: 'phone' }, { channel: 'Minitel' }, { channel: '?' }],
    },
    { stage: 'I wait', title: 'I wait', touchpoints: [sent('sms'), sent('e-mail')] },
    { stage: 'I leave', title: 'I leave' },
  ],
});

/** "present", "missing interrupted" … of a step, by channel. */
const row = (grid: ReturnType<typeof inventory>, stepId: string) =>
  Object.fromEntries(
    grid.maps
      .flatMap(({ stages }) => stages.flatMap(({ rows }) => rows))
      .find((one) => one.stepId === stepId)!
      .cells.map(({ channel, state, why }) => [channel, why ? `${state} ${why}` : state]),
  );

describe('the inventory of touchpoints', () => {
  it('has a column for each channel met, however it is written', () => {
    const { channels, counts } = inventory([{ mapId: 'm', map }]);
    expect(channels).toEqual([
      { channel: 'web', count: 1 },
      { channel: 'phone', count: 2 },
      { channel: 'e-mail', count: 1 },
      { channel: 'sms', count: 1 },
      { channel: 'post', count: 1 },
      { channel: '?', count: 1 },
      { channel: 'minitel', count: 1 },
    ]);
    expect(counts).toEqual({ touchpoints: 8, missing: 1, redundant: 2 });
  });

  it('misses a channel that the customer took earlier in the stage, not one the company used', () => {
    expect(row(inventory([{ mapId: 'm', map }]), 'step-2')).toMatchObject({
      web: 'missing interrupted',
      phone: 'present',
      post: 'none',
      minitel: 'present',
    });
  });

  it('shows what is lived as one event', () => {
    expect(row(inventory([{ mapId: 'm', map }]), 'step-3')).toMatchObject({
      sms: 'redundant',
      'e-mail': 'redundant',
    });
  });

  it('misses what a persona prefers and a stage does not offer, once', () => {
    const preferred = { ana: ['chat', 'phone'], stranger: ['store'] };
    const grid = inventory([{ mapId: 'm', map, preferred }]);
    expect(grid.channels.map(({ channel }) => channel)).not.toContain('store');
    expect(row(grid, 'step-1').chat).toBe('missing preferred');
    expect(row(grid, 'step-2').chat).toBe('none');
    expect(row(grid, 'step-3')).toMatchObject({ chat: 'missing preferred', phone: 'missing preferred' });
    expect(row(grid, 'step-4').chat).toBe('none');
    const cells = grid.maps[0]!.stages[0]!.rows[0]!.cells;
    expect(cells.find(({ channel }) => channel === 'chat')?.personas).toEqual(['ana']);
  });

  it('covers several maps, with the figures that are known', () => {
    const live = { volumeShare: 1, volume: '12', score: null, absent: null };
    const grid = inventory([
      { mapId: 'a', map, figures: { 'touchpoint-1-1': live } },
      { mapId: 'b', map: reimbursementExample('en') },
    ]);
    expect(grid.maps.map(({ mapId, stages }) => [mapId, stages.length])).toEqual([
      ['a', 3],
      ['b', 5],
    ]);
    const told = grid.maps[0]!.stages[0]!.rows[0]!.cells.flatMap(({ touchpoints }) => touchpoints);
    expect(told.map(({ id, figures }) => [id, figures])).toEqual([
      ['touchpoint-1-1', live],
      ['touchpoint-1-2', null],
      ['touchpoint-1-3', null],
    ]);
    const whole =
      Object.keys(map.touchpoints).length + Object.keys(reimbursementExample('en').touchpoints).length;
    expect(grid.counts.touchpoints).toBe(whole);
    expect(inventory([], ['chat', 'Chat']).channels).toEqual([{ channel: 'chat', count: 0 }]);
    expect(inventory([])).toEqual({
      channels: [],
      maps: [],
      counts: { touchpoints: 0, missing: 0, redundant: 0 },
    });
  });
});
