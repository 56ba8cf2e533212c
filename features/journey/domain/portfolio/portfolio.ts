import { orderedStages } from '../outline.ts';
import type { JourneyMap } from '../schema.ts';

/*
 * J7: how the maps of a workspace hang together. A stage may be told in detail by another map (its sub-journey), and a
 * to-be was made from an as-is. Ids of maps that are gone, or that came with a file from elsewhere, lead nowhere.
 */

/** What a map says of its links to others. */
export type LinksOfMap = {
  readonly asIsMapId: string | null;
  readonly parent: { readonly mapId: string; readonly stageId: string | null } | null;
  /** Stages that another map tells, in their order. */
  readonly subMaps: readonly SubMap[];
};
export type SubMap = { readonly stageId: string; readonly stageTitle: string; readonly mapId: string };

export const linksOf = (map: JourneyMap): LinksOfMap => ({
  asIsMapId: map.asIsMapId,
  parent: map.parent,
  subMaps: orderedStages(map).flatMap(([stageId, { title, subMapId }]) =>
    subMapId === null ? [] : [{ stageId, stageTitle: title, mapId: subMapId }],
  ),
});

/** A map among those of its workspace. */
export type LinkedMap = LinksOfMap & { readonly id: string; readonly title: string };

/** The maps a map is linked with, those only that are there. */
export type Neighbours<One extends LinkedMap> = {
  /** Maps one of whose stages this one tells in detail; `stageTitle` null: the stage no longer says so. */
  readonly parents: readonly { readonly map: One; readonly stageTitle: string | null }[];
  readonly subs: readonly { readonly map: One; readonly stageId: string; readonly stageTitle: string }[];
  readonly asIs: One | null;
  readonly toBes: readonly One[];
};

export function neighboursOf<One extends LinkedMap>(maps: readonly One[], mapId: string): Neighbours<One> {
  const byId = new Map<string, One>();
  for (const map of maps) byId.set(map.id, map);
  const own = byId.get(mapId);
  const told = maps.flatMap((map) =>
    map.id === mapId
      ? []
      : map.subMaps
          .filter((sub) => sub.mapId === mapId)
          .map(({ stageTitle }) => ({ map, stageTitle: stageTitle as string | null })),
  );
  const said = own?.parent ? byId.get(own.parent.mapId) : undefined;
  const parents =
    said && said.id !== mapId && !told.some(({ map }) => map.id === said.id)
      ? [...told, { map: said, stageTitle: null }]
      : told;
  return {
    parents,
    subs: (own?.subMaps ?? []).flatMap(({ mapId: id, stageId, stageTitle }) => {
      const map = id === mapId ? undefined : byId.get(id);
      return map ? [{ map, stageId, stageTitle }] : [];
    }),
    asIs: own?.asIsMapId && own.asIsMapId !== mapId ? (byId.get(own.asIsMapId) ?? null) : null,
    toBes: maps.filter(({ id, asIsMapId }) => asIsMapId === mapId && id !== mapId),
  };
}

/** Is anything lost to others when this map goes? */
export const isLinked = ({ parents, subs, asIs, toBes }: Neighbours<LinkedMap>): boolean =>
  parents.length + subs.length + toBes.length > 0 || asIs !== null;

/** A map in the portfolio, under what it hangs from. */
export type PortfolioNode<One extends LinkedMap> = {
  readonly map: One;
  /** What it is to the map above: nothing at the top. */
  readonly as: 'top' | 'sub' | 'to-be';
  /** The stage of the map above that it tells. */
  readonly stageTitle: string | null;
  readonly children: readonly PortfolioNode<One>[];
};

/**
 * All maps as trees: under a map its to-bes, then its sub-journeys in the order of the stages. Each map comes once, at
 * the first place that leads to it; what leads in a circle begins at the first map of the circle.
 */
export function portfolio<One extends LinkedMap>(maps: readonly One[]): PortfolioNode<One>[] {
  const placed = new Set<string>();
  const grow = (map: One, as: PortfolioNode<One>['as'], stageTitle: string | null): PortfolioNode<One> => {
    placed.add(map.id);
    const { subs, toBes } = neighboursOf(maps, map.id);
    // A sub-journey made from here whose stage has forgotten it still hangs here.
    const forgotten = maps.filter(
      ({ id, parent }) => parent?.mapId === map.id && id !== map.id && !subs.some((sub) => sub.map.id === id),
    );
    const under = [
      ...toBes.map((next) => ({ next, as: 'to-be' as const, title: null })),
      ...subs.map((sub) => ({ next: sub.map, as: 'sub' as const, title: sub.stageTitle })),
      ...forgotten.map((next) => ({ next, as: 'sub' as const, title: null })),
    ];
    // All of them are placed before any of theirs: what a map and its to-be both lead to hangs from the map.
    const fresh = under.filter(({ next }) => {
      if (placed.has(next.id)) return false;
      placed.add(next.id);
      return true;
    });
    const children = fresh.map(({ next, as: what, title }) => grow(next, what, title));
    return { map, as, stageTitle, children };
  };
  const trees: PortfolioNode<One>[] = [];
  const tops = maps.filter(({ id }) => {
    const { parents, asIs } = neighboursOf(maps, id);
    return parents.length === 0 && asIs === null;
  });
  for (const map of [...tops, ...maps]) {
    if (!placed.has(map.id)) trees.push(grow(map, 'top', null));
  }
  return trees;
}
