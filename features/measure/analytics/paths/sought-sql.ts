import type { Split } from '#measure/domain/measuring/split.ts';
import { numberOfKey } from '#measure/domain/measuring/split.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Sought } from '#measure/domain/paths/sought.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { begin, endNumber, linkedSql, openFlow, other } from './flow-sql.ts';
import { depthSql } from './funnel-sql.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';

/** What is found by the SQL of a picture alone; the others need what was computed of it (`journeys` of the server). */
export type SoughtInSql = Exclude<Sought, { of: 'typical' | 'deed' }>;

/**
 * The journeys behind a part of a picture, from the very SQL the picture was counted with: rows of a path (letters-sql.ts).
 * `split`: how the funnel was split, when one of its groups is sought.
 */
export async function soughtSql(
  engine: Engine,
  question: PathsQuestion,
  sought: SoughtInSql | undefined,
  split: Split | null,
): Promise<{ from: string; params: QueryParams }> {
  const { places } = question;
  switch (sought?.of) {
    case undefined:
      return pathsSql(question);
    case 'variant': {
      const { from, params } = pathsSql(question);
      const path = sought.path.map((key) => numberOf(places, key));
      const is = path.length === 0 ? 'empty(letter)' : 'letter = {path:Array(UInt16)}';
      return where(from, is, path.length === 0 ? params : { ...params, path });
    }
    case 'step': {
      const { from, params } = depthSql({ ...question, funnel: sought.funnel, split });
      const who = {
        reached: 'depth >= {step:UInt16}',
        stopped: 'depth = {step:UInt16} AND NOT open',
        'under-way': 'depth = {step:UInt16} AND open',
      }[sought.who];
      const { step, group } = sought;
      if (group === undefined) return where(from, who, { ...params, step });
      // A group nobody knows (any more) has nobody in it.
      const number = split ? numberOfKey(split, group) : undefined;
      return where(from, `${who} AND ${number === undefined ? 'false' : 'grp = {grp_sought:UInt32}'}`, {
        ...params,
        step,
        ...(number !== undefined && { grp_sought: number }),
      });
    }
    case 'link': {
      const { flow, rank, from, to } = sought;
      const open = await openFlow(engine, {
        ...question,
        flow: {
          most: flow.most,
          ranks: flow.ranks,
          ...(flow.start !== undefined && { start: flow.start }),
          ...(flow.end !== undefined && { end: flow.end }),
        },
      });
      const numberAt = (node: typeof to): number => {
        if (node.at === 'place') return numberOf(places, node.key);
        if (node.at === 'begin') return begin;
        return node.at === 'other' ? other : endNumber(node.at);
      };
      const tests = [
        'l.3 = {link_to:UInt16}',
        ...(from === null ? [] : ['l.2 = {link_from:UInt16}']),
        ...(rank === null ? [] : ['l.1 = {link_rank:UInt16}']),
      ];
      return where(linkedSql(open.kept, flow.ranks), `arrayExists(l -> ${tests.join(' AND ')}, links)`, {
        ...open.params,
        link_to: numberAt(to),
        ...(from !== null && { link_from: numberAt(from) }),
        ...(rank !== null && { link_rank: rank }),
      });
    }
  }
}

const where = (from: string, condition: string, params: QueryParams) => ({
  from: `(SELECT * FROM ${from} WHERE ${condition})`,
  params,
});
