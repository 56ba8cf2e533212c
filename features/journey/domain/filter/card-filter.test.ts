import { describe, expect, it } from 'vitest';
import { sketchMap } from '#testing/sketch-map.ts';
import { leftOut, noFilter, tagsOf } from './card-filter.ts';

const today = '2026-11-21';
const proof = (date: string | null) => ({
  kind: 'interview' as const,
  label: 'i',
  reference: null,
  n: null,
  date,
});

const map = sketchMap({
  steps: [
    {
      title: 'ask',
      cards: {
        actions: [
          'bare',
          { text: 'old', status: 'validated', evidence: [proof('2024-01-01')], tags: ['slow', 'post'] },
          { text: 'fresh', status: 'validated', evidence: [proof('2026-10-01')], tags: ['slow'] },
          { text: 'undated', evidence: [proof(null)] },
        ],
      },
    },
  ],
});
const signed = { author: 'a', authorId: null, at: '2026-11-01T00:00:00Z', text: 't', mentions: [] };
const target = { stageId: null, stepId: 'step-1', laneId: 'lane-actions', touchpointId: null };
map.comments.c1 = { ...signed, target: { ...target, cardId: 'actions-1-1' }, resolved: null };
map.comments.c2 = { ...signed, target: { ...target, cardId: 'actions-1-2' }, resolved: signed };

const seen = (filter: Partial<typeof noFilter>) => {
  const out = leftOut(map, { ...noFilter, ...filter }, today);
  return Object.entries(map.cards)
    .filter(([id]) => !out.has(id))
    .map(([, { text }]) => text);
};

describe('a filter of cards', () => {
  it('asks nothing, and leaves nothing out', () => {
    expect(seen({})).toEqual(['bare', 'old', 'fresh', 'undated']);
  });

  it('asks what a card rests on', () => {
    expect(seen({ standings: ['assumed'] })).toEqual(['bare', 'undated']);
    expect(seen({ standings: ['validated'] })).toEqual(['old', 'fresh']);
    expect(seen({ standings: ['stale'] })).toEqual(['old']);
    expect(seen({ standings: ['unfounded'] })).toEqual(['bare']);
    expect(seen({ standings: ['unfounded', 'stale'] })).toEqual(['bare', 'old']);
  });

  it('wants one of each kind of criterion', () => {
    expect(seen({ tags: ['slow'] })).toEqual(['old', 'fresh']);
    expect(seen({ tags: ['post', 'slow'], standings: ['stale'] })).toEqual(['old']);
    expect(seen({ commented: true })).toEqual(['bare']);
    expect(seen({ commented: true, tags: ['slow'] })).toEqual([]);
  });

  it('lists the tags there are', () => {
    expect(tagsOf(map.cards)).toEqual([
      { tag: 'slow', count: 2 },
      { tag: 'post', count: 1 },
    ]);
  });
});
