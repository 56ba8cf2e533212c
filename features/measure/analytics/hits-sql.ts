import {
  type Clause,
  layersOf,
  type Numbering,
  type PlacedCondition,
} from '#measure/domain/measuring/source-plan.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
import type { Stages } from './staged-sql.ts';

/**
 * The bindings of a map compiled into arrays of one lived journey. A *hit* is an event at a touchpoint. Named expressions:
 *
 * - `touchpoint`, `step`, `stage`: number of the place of each hit, in the order of the events;
 * - `position` (only with several layers): which event of the journey, from 1 — an event bound to two touchpoints is two hits;
 * - each of `carry`: a value of the event, one per hit;
 * - `drawn`: for each event of the journey, is it a hit?
 */
export type HitsSql = {
  readonly stages: Stages;
  readonly params: QueryParams;
  /** Type of the numbers of places. */
  readonly type: 'UInt8' | 'UInt16';
  /** More than one: an event may be at several touchpoints at once, one per layer at most. */
  readonly layers: number;
};

/** `name` → array expression over the events of a row, e.g. `{ moment: 'times' }`. */
type Carried = Readonly<Record<string, string>>;

export function hitsSql(numbering: Numbering, carry: Carried): HitsSql {
  const found = layersOf(numbering.touchpoints);
  const layers = found.length > 0 ? found : [[]];
  const type = numbering.touchpoints.length < 256 ? 'UInt8' : 'UInt16';
  const compiled = layers.map((numbers, index) => layerSql(numbering, numbers, `layer_${index + 1}`, type));
  return {
    stages: [
      compiled.flatMap(({ tests }) => tests),
      compiled.map(({ layer }) => layer),
      ...(layers.length > 1 ? severalLayers(layers.length, carry, type) : oneLayer(carry)),
      [`${ofTouchpoint(type, 'stepOf', type)} AS step`, `${ofTouchpoint(type, 'stageOf', type)} AS stage`],
    ],
    params: {
      ...Object.assign({}, ...compiled.map(({ params }) => params)),
      touchpoints: numbered(numbering.touchpoints.map((_, index) => index + 1)),
      stepOf: numbered(numbering.stepOf),
      stageOf: numbered(numbering.stageOf),
    },
    type,
    layers: layers.length,
  };
}

/** Values of touchpoints 1 … n for `ofTouchpoint`; the engine wants at least one, so no touchpoint (0) has one too. */
export const numbered = (values: readonly number[]): readonly number[] => [0, ...values];

/** For each hit, what `param` says of its touchpoint. */
export const ofTouchpoint = (places: HitsSql['type'], param: string, type: string): string =>
  `arrayMap(t -> transform(t, {touchpoints:Array(${places})}, {${param}:Array(${type})}, 0::${type}), touchpoint)`;

function oneLayer(carry: Carried): Stages {
  return [
    [
      'arrayMap(p -> p > 0, layer_1) AS drawn',
      'arrayFilter(p -> p > 0, layer_1) AS touchpoint',
      ...Object.entries(carry).map(
        ([name, sql]) => `arrayFilter((x, p) -> p > 0, ${sql}, layer_1) AS ${name}`,
      ),
    ],
  ];
}

function severalLayers(layers: number, carry: Carried, type: HitsSql['type']): Stages {
  const names = Array.from({ length: layers }, (_, index) => `layer_${index + 1}`);
  const ofLayers = (sql: (layer: string) => string): string =>
    `arrayConcat(${names.map((layer) => `arrayFilter((x, p) -> p > 0, ${sql(layer)}, ${layer})`).join(', ')})`;
  const code = (layer: string): string =>
    `arrayMap((i, p) -> bitOr(bitShiftLeft(toUInt64(i), 16), toUInt64(p)), arrayEnumerate(${layer}), ${layer})`;
  return [
    [
      `arrayMap((${names.join(', ')}) -> ${names.map((name) => `${name} > 0`).join(' OR ')}, ${names.join(', ')}) AS drawn`,
      `${ofLayers(code)} AS unsorted`,
      ...Object.entries(carry).map(([name, sql]) => `${ofLayers(() => sql)} AS unsorted_${name}`),
    ],
    [
      'arraySort(unsorted) AS hit',
      ...Object.keys(carry).map((name) => `arraySort((x, h) -> h, unsorted_${name}, unsorted) AS ${name}`),
    ],
    [
      'arrayMap(h -> toUInt32(bitShiftRight(h, 16)), hit) AS position',
      `arrayMap(h -> to${type}(bitAnd(h, 65535)), hit) AS touchpoint`,
    ],
  ];
}

/** For each event, the number of the one touchpoint of the layer it is at, or 0. */
function layerSql(
  { touchpoints }: Numbering,
  numbers: readonly number[],
  name: string,
  type: HitsSql['type'],
) {
  const params: Record<string, QueryParams[string]> = {};
  const plain: { kind: number; place: number }[] = [];
  const conditional: string[] = [];
  const tests: string[] = [];
  for (const number of numbers) {
    touchpoints[number - 1]?.clauses.forEach((clause, index) => {
      if (clause.conditions.length === 0) {
        for (const kind of clause.kinds) plain.push({ kind, place: number });
        return;
      }
      const id = `${name}_${number}_${index}`;
      params[`${id}_kinds`] = clause.kinds;
      tests.push(`${clauseSql(clause, id, params)} AS ${id}`);
      conditional.push(id);
      params[`${id}_place`] = number;
    });
  }
  // The first touchpoint that lists a kind: within a layer a kind belongs to one touchpoint, maybe through two clauses.
  const seen = new Map(plain.map(({ kind, place }) => [kind, place]));
  // Nothing bound without a condition: kind 0 at no touchpoint, as the engine wants at least one.
  const [kinds, places] = seen.size > 0 ? [[...seen.keys()], [...seen.values()]] : [[0], [0]];
  params[`${name}_kinds`] = kinds;
  params[`${name}_places`] = places;
  const base = `arrayMap(k -> transform(k, {${name}_kinds:Array(UInt16)}, {${name}_places:Array(${type})}, 0::${type}), kinds)`;
  if (conditional.length === 0) return { tests, layer: `${base} AS ${name}`, params };
  const branches = conditional.map((id) => `${id}, {${id}_place:${type}}`).join(', ');
  const names = conditional.join(', ');
  const layer = `arrayMap((base, ${names}) -> multiIf(base > 0, base, ${branches}, 0::${type}), ${base}, ${names}) AS ${name}`;
  return { tests, layer, params };
}

/** For each event: is it of one of the kinds, and do the conditions hold? */
function clauseSql({ conditions }: Clause, id: string, params: Record<string, QueryParams[string]>): string {
  const tests = conditions.map((condition, index) => conditionSql(condition, `${id}_${index}`, params));
  const holds = [`has({${id}_kinds:Array(UInt16)}, k)`, ...tests].join(' AND ');
  return conditions.some(({ level }) => level === 'event')
    ? `arrayMap((k, a) -> ${holds}, kinds, arrayResize(event_attributes, length(kinds)))`
    : `arrayMap(k -> ${holds}, kinds)`;
}

/** An attribute that is not there reads as the empty text, as an empty cell does. */
function conditionSql(
  { attribute, level, is, values }: PlacedCondition,
  id: string,
  params: Record<string, QueryParams[string]>,
): string {
  params[`${id}_name`] = attribute;
  params[`${id}_values`] = values;
  const value = `${level === 'event' ? 'a' : 'attributes'}[{${id}_name:String}]`;
  const test = `has({${id}_values:Array(String)}, toString(${value}))`;
  return is === 'one-of' ? test : `NOT ${test}`;
}
