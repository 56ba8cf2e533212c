import { z } from 'zod';
import { type Flow, type FlowLink, type FlowPlace, flowEnds } from '#measure/domain/paths/flow.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { begin, endNumber, type FlowAsked, linkedSql, type OpenFlow, openFlow, other } from './flow-sql.ts';

const linkSchema = z.object({
  rank: z.int(),
  from: z.int(),
  to: z.int(),
  passages: z.int(),
  journeys: z.int(),
  median: z.number().nullable(),
});

/**
 * The flow between the places of a source, counted exactly (definitions: domain/paths/flow.ts). First which places most
 * journeys pass, then every passage from one to the next, and its median time.
 */
export async function flowCounts(engine: Engine, question: FlowAsked): Promise<Flow> {
  const { places, flow } = question;
  const open = await openFlow(engine, question);
  const rows = await engine.query(linksSql(open.kept, flow.ranks), open.params);
  const placeOf = (number: number): FlowPlace =>
    number === other ? { at: 'other' } : { at: 'place', key: places.keys[number - 1] ?? '' };
  const ends = new Map(flowEnds.map((end) => [endNumber(end), end]));
  const links = z
    .array(linkSchema)
    .parse(rows)
    .map(({ rank, from, to, passages, journeys, median }): FlowLink => {
      const end = ends.get(to);
      return {
        rank: flow.ranks > 0 ? rank : null,
        from: from === begin ? { at: 'begin' } : placeOf(from),
        to: end ? { at: end } : placeOf(to),
        passages,
        journeys,
        medianMilliseconds: median,
      };
    });
  // Where every place passed is drawn, there are no others to count.
  const others = open.others ? await othersOf(engine, open) : 0;
  return {
    journeys: open.journeys,
    drawn: open.drawn,
    places: [
      ...open.shown.map((number) => ({ place: placeOf(number), journeys: open.at[number - 1] ?? 0 })),
      ...(others > 0 ? [{ place: placeOf(other), journeys: others }] : []),
    ],
    links,
  };
}

/** Journeys that pass at least one place that is not drawn. */
async function othersOf(engine: Engine, { kept, params }: OpenFlow) {
  const [row] = await engine.query(
    `SELECT countIf(arrayExists(l -> NOT has({drawn:Array(UInt16)}, l), kept)) AS journeys FROM ${kept}`,
    params,
  );
  return z.object({ journeys: z.int() }).parse(row).journeys;
}

/** One row per link; times between places of a picture are few: their medians are exact. */
const linksSql = (kept: string, ranks: number): string =>
  `SELECT link.1 AS rank, link.2 AS from, link.3 AS to, count() AS passages, sum(link.5) AS journeys,
                 if(countIf(isNotNull(link.4)) = 0, NULL, quantileExactInclusiveIf(0.5)(assumeNotNull(link.4), isNotNull(link.4))) AS median
          FROM (SELECT arrayJoin(links) AS link FROM ${linkedSql(kept, ranks)})
          GROUP BY rank, from, to
          ORDER BY rank, from, to`;
