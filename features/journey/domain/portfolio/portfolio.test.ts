import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { healMap } from '../dependents.ts';
import { editStage } from '../edit/stage.ts';
import { reimbursementExample } from '../examples/reimbursement.ts';
import { orderedStages, stepsOfStage } from '../outline.ts';
import { journeyMapSchema } from '../schema.ts';
import {
  isLinked,
  type LinkedMap,
  linksOf,
  neighboursOf,
  type PortfolioNode,
  portfolio,
} from './portfolio.ts';
import { subMapOf } from './sub-map.ts';

const one = (id: string, links: Partial<LinkedMap> = {}): LinkedMap => ({
  id,
  title: id.toUpperCase(),
  asIsMapId: null,
  parent: null,
  subMaps: [],
  ...links,
});
const sub = (mapId: string, stageTitle = 'I wait') => ({ stageId: `s-${mapId}`, stageTitle, mapId });
const said = (node: PortfolioNode<LinkedMap>): string =>
  `${node.map.id}${node.children.length > 0 ? `(${node.children.map(said).join(' ')})` : ''}`;

describe('the links of a map', () => {
  it('are read from its stages, in their order', () => {
    const map = reimbursementExample('fr');
    const [first, second] = Object.keys(map.stages) as [string, string];
    const linked = applyChanges(map, [
      ...editStage(map, second, { subMapId: 'b' }),
      ...editStage(map, first, { subMapId: 'a' }),
    ]);
    expect(linksOf(linked).subMaps.map(({ stageId, mapId }) => [stageId, mapId])).toEqual([
      [first, 'a'],
      [second, 'b'],
    ]);
  });

  it('go both ways, and lead nowhere where the other map is gone', () => {
    const maps = [
      one('a', { subMaps: [sub('b'), sub('gone')] }),
      one('b', { parent: { mapId: 'a', stageId: 's-b' } }),
      one('c', { asIsMapId: 'a' }),
      one('d', { asIsMapId: 'gone', parent: { mapId: 'gone', stageId: null } }),
    ];
    expect(neighboursOf(maps, 'b').parents).toMatchObject([{ map: { id: 'a' }, stageTitle: 'I wait' }]);
    expect(neighboursOf(maps, 'a')).toMatchObject({ subs: [{ map: { id: 'b' } }], toBes: [{ id: 'c' }] });
    expect(neighboursOf(maps, 'c').asIs?.id).toBe('a');
    expect(['a', 'b', 'c', 'd'].map((id) => isLinked(neighboursOf(maps, id)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('keep the way back when the stage no longer names the sub-journey', () => {
    const maps = [one('a'), one('b', { parent: { mapId: 'a', stageId: 's' } })];
    expect(neighboursOf(maps, 'b').parents).toMatchObject([{ map: { id: 'a' }, stageTitle: null }]);
    expect(portfolio(maps).map(said)).toEqual(['a(b)']);
  });
});

describe('the portfolio', () => {
  it('hangs to-bes and sub-journeys under their map, each once', () => {
    const maps = [
      one('b', { parent: { mapId: 'a', stageId: 's-b' }, subMaps: [sub('e')] }),
      one('c', { asIsMapId: 'a', subMaps: [sub('b')] }),
      one('a', { subMaps: [sub('b')] }),
      one('e'),
      one('f'),
    ];
    expect(portfolio(maps).map(said)).toEqual(['a(c b(e))', 'f']);
  });

  it('shows every map once, whatever the links, also in circles', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone');
    const links = fc.record({
      asIsMapId: fc.option(id),
      parent: fc.option(id.map((mapId) => ({ mapId, stageId: null }))),
      subMaps: fc.array(
        id.map((mapId) => sub(mapId)),
        { maxLength: 3 },
      ),
    });
    const ids = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(links, { minLength: 5, maxLength: 5 }), (given) => {
        const maps = ids.map((key, index) => one(key, given[index]));
        const all = (nodes: readonly PortfolioNode<LinkedMap>[]): string[] =>
          nodes.flatMap((node) => [node.map.id, ...all(node.children)]);
        expect(all(portfolio(maps)).sort()).toEqual(ids);
      }),
    );
  });
});

describe('a sub-journey', () => {
  it('is named as its stage, knows where it comes from and keeps the personas', () => {
    const map = reimbursementExample('fr');
    const [stageId, stage] = Object.entries(map.stages)[1]!;
    let count = 0;
    const made = subMapOf(map, 'm', stageId, () => `n${count++}`)!;
    expect(made).toMatchObject({ title: stage.title, kind: map.kind, parent: { mapId: 'm', stageId } });
    expect([made.personas, made.lanes]).toEqual([map.personas, map.lanes]);
    expect(orderedStages(made).map(([, { title }]) => title)).toEqual(
      stepsOfStage(map, stageId).map(([, { title }]) => title),
    );
    expect(healMap(made)).toBe(made);
    expect(journeyMapSchema.parse(made)).toEqual(made);
    expect(subMapOf(map, 'm', 'constructor', () => 'x')).toBeUndefined();
  });
});
