import { describe, expect, it } from 'vitest';
import { pasteLines } from '../../domain/edit/card.ts';
import { editLane } from '../../domain/edit/lane.ts';
import { findInMap } from './find.ts';
import { applied, counter, laneOf, seenMap } from './map-fixture.ts';

const names = {
  lane: (lane: { title: string; type: string }) => lane.title || lane.type,
  phase: (phase: { name: string; moment: string }) => phase.name || phase.moment,
  touchpoint: (touchpoint: { title: string; channel: string }) => touchpoint.title || touchpoint.channel,
};

describe('finding words on a map', () => {
  it('looks through heads, lanes and cards in reading order, whatever the case and the accents', () => {
    const plain = seenMap();
    const laneId = laneOf(plain, 'actions');
    const stepId = plain.model.outline.steps[1]!.id;
    const seen = applied(
      plain,
      pasteLines(plain.map, { laneId, stepId, text: 'Une **étape** de trop\nrien' }, counter('c')),
    );
    expect(findInMap(seen.model, 'ETAPE', names).map(({ words }) => words)).toEqual(['Une étape de trop']);
    expect(findInMap(seen.model, 'actions', names)[0]).toMatchObject({ place: { at: 'lane', laneId } });
    expect(findInMap(seen.model, '  ', names)).toEqual([]);
    const title = seen.model.outline.stages[0]!.stage.title;
    expect(findInMap(seen.model, title, names)[0]?.place.at).toBe('stage');
  });

  it('leads to the cell where the lane is folded', () => {
    const plain = seenMap();
    const laneId = laneOf(plain, 'actions');
    const stepId = plain.model.outline.steps[0]!.id;
    const written = applied(
      plain,
      pasteLines(plain.map, { laneId, stepId, text: 'xyz un\nxyz deux' }, counter('c')),
    );
    const seen = applied(written, editLane(written.map, laneId, { folded: true }));
    expect(findInMap(seen.model, 'xyz', names).map(({ place }) => place)).toEqual([
      { at: 'cell', laneId, stepId, itemId: null },
    ]);
  });
});
