import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { journeyMapDocument } from './document.ts';
import { changeKind } from './edit/kind.ts';
import { addLanes, editLane } from './edit/lane.ts';
import { laneSet, laneSetDocument, lanesToKeep, withLanes } from './lane-set.ts';
import { orderedLanes, outline } from './outline.ts';
import { type JourneyMap, journeyMapSchema, mapKinds } from './schema.ts';
import { templateLanes, templateMap } from './templates/template.ts';

const counter = (prefix: string) => {
  let count = 0;
  return () => `${prefix}${count++}`;
};
const map = templateMap('journey', 'en', 'A journey', counter('t'));
const types = (of: JourneyMap) => orderedLanes(of).map(([, { type }]) => type);
const sound = (of: JourneyMap) => {
  expect(journeyMapSchema.parse(of)).toEqual(of);
  expect(journeyMapDocument.heal!(of)).toBe(of);
};

describe('lanes kept as a set', () => {
  const [first, second] = orderedLanes(map);
  const drawn = applyChanges(map, [
    ...editLane(map, first![0], { title: 'At the counter', colour: 2, folded: true }),
    ...editLane(map, second![0], { hidden: true }),
  ]);
  const kept = lanesToKeep(drawn);

  it('hold what is shown, in order, with names and colours but without cards', () => {
    expect(kept).toHaveLength(Object.keys(map.lanes).length - 1);
    expect(kept[0]).toEqual({ type: first![1].type, title: 'At the counter', colour: 2, folded: true });
    const set = laneSet('Counter', kept, counter('s'));
    expect(laneSetDocument.schema.parse(set)).toEqual(set);
    expect(Object.values(set.lanes).map(({ type }) => type)).toEqual(kept.map(({ type }) => type));
  });

  it('begin a new map, and add to one what it does not have', () => {
    const made = withLanes(map, kept, counter('w'));
    sound(made);
    expect(lanesToKeep(made)).toEqual(kept);
    const grown = applyChanges(map, addLanes(map, kept, counter('a')));
    sound(grown);
    expect(types(grown)).toEqual([...types(map), first![1].type]);
    expect(addLanes(grown, kept, counter('b'))).toEqual([]);
  });
});

describe('changing the kind of a map', () => {
  it('adds the lanes of that kind at their place and takes nothing away', () => {
    for (const from of mapKinds) {
      for (const kind of mapKinds) {
        const begun = templateMap(from, 'en', 'A journey', counter('t'));
        const turned = applyChanges(begun, changeKind(begun, kind, counter('n')));
        sound(turned);
        expect(turned.kind).toBe(kind);
        expect(types(turned)).toEqual(expect.arrayContaining([...types(begun), ...templateLanes(kind)]));
        expect(new Set(types(turned)).size).toBe(types(turned).length);
        const ownOrder = types(turned).filter((type) => types(begun).includes(type));
        expect(ownOrder).toEqual(types(begun));
        expect(outline(turned).steps).toEqual(outline(begun).steps);
      }
    }
  });

  it('puts each line of a blueprint between what it separates', () => {
    const turned = applyChanges(map, changeKind(map, 'blueprint', counter('n')));
    const at = (type: string) => types(turned).indexOf(type as never);
    expect(at('line-of-interaction')).toBeLessThan(at('front-office'));
    expect(at('front-office')).toBeLessThan(at('line-of-visibility'));
    expect(at('line-of-visibility')).toBeLessThan(at('back-office'));
    expect(changeKind(turned, 'blueprint', counter('m'))).toEqual([]);
  });
});
