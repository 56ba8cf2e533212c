import { isSharded } from './migrations/sharded.ts';

/** Where tables are laid out: a cluster in the configuration of the servers, and the database, there on each of them. */
export type Cluster = { readonly name: string; readonly database: string };

const named = /\b(?:FROM|JOIN)\s+(\w+)\b/g;
/** What makes one row out of several, or depends on the others. */
const notByRow =
  /\b(?:GROUP BY|ORDER BY|LIMIT|DISTINCT|HAVING|UNION|OVER)\b|(?<!ARRAY )\bJOIN\b|\b(?:count|sum|min|max|avg|any|anyLast|argMin|argMax|uniq|uniqExact|quantile\w*|group[A-Z]\w*)(?:If)?\(/;

/**
 * A question in which each shard computes all that it can of each of its journeys, so that what travels is what is counted, in
 * partial states, and not journeys. The engine by itself sends only the innermost SELECT to the shards; here the outermost
 * of the nested SELECTs that look at one row at a time becomes a view of theirs. Questions with several mentions of tables
 * that are shared out, or that aggregate them at once, are left to the engine.
 */
export function partsForm(sql: string, { name, database }: Cluster): string {
  const mentions = [...sql.matchAll(named)].filter(([, table = '']) => isSharded(table));
  const [mention] = mentions;
  if (mention === undefined || mentions.length > 1) return sql;
  let within: Span = { open: mention.index, close: mention.index + mention[0].length };
  let found: Span | undefined;
  for (;;) {
    const around = enclosing(sql, within.open);
    if (!around || !/\bFROM\s*$/.test(sql.slice(0, around.open))) break;
    const own = sql.slice(around.open + 1, within.open) + sql.slice(within.close, around.close);
    if (!/^\s*SELECT\b/.test(own) || notByRow.test(own)) break;
    found = around;
    within = { open: around.open, close: around.close + 1 };
  }
  if (!found) return sql;
  const view = sql
    .slice(found.open + 1, found.close)
    .replace(named, (all, table: string) =>
      isSharded(table) ? all.replace(/\w+$/, `${database}.${table}_local`) : all,
    );
  return `${sql.slice(0, found.open)}cluster('${name}', view(${view}))${sql.slice(found.close + 1)}`;
}

/** Places of an opening parenthesis and of the one that closes it. */
type Span = { readonly open: number; readonly close: number };

/** The innermost parentheses around a place, quoted text left aside. */
function enclosing(sql: string, place: number): Span | undefined {
  const opened: number[] = [];
  let around: number | undefined;
  let quoted = false;
  for (let at = 0; at < sql.length; at++) {
    const char = sql[at];
    if (char === "'") quoted = !quoted;
    if (quoted) continue;
    if (at === place) around = opened.at(-1);
    if (char === '(') opened.push(at);
    if (char === ')' && opened.pop() === around && around !== undefined && at >= place)
      return { open: around, close: at };
  }
  return undefined;
}
