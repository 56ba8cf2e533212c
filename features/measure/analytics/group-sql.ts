import { groupNumber, type Split } from '#measure/domain/measuring/split.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';

/** Number of the group of a journey, as `groupNumber` of the domain: an expression over a row of `lived_journey`. */
export function groupSql(split: Split | null): { sql: string; params: QueryParams } {
  if (!split) return { sql: 'toUInt32(0)', params: {} };
  if (split.run) return runSql(split, split.run);
  if (split.kinds)
    return {
      sql: 'transform(kinds[1], {group_kinds:Array(UInt16)}, {group_numbers:Array(UInt32)}, 0::UInt32)',
      params: {
        group_kinds: split.kinds.map(({ id }) => id),
        group_numbers: split.kinds.map(({ channel }) => groupNumber(split, channel)),
      },
    };
  const values = [...new Set(split.groups.map(({ value }) => value))];
  const value = 'toString(attributes[{by:String}])';
  const others = split.others ? split.groups.length + 1 : 0;
  return {
    sql: `if(${value} = '', 0::UInt32,
        transform(${value}, {group_values:Array(String)}, {group_numbers:Array(UInt32)}, {group_others:UInt32}))`,
    params: {
      by: split.attribute,
      group_values: values,
      group_numbers: values.map((each) => split.groups.findIndex((group) => group.value === each) + 1),
      group_others: others,
    },
  };
}

/**
 * The persona a run gave the customer of the journey. Sets of customers are made by the engine before it reads a journey; who
 * is no contact is in none.
 */
function runSql(
  { groups }: Split,
  { runId, versionId }: NonNullable<Split['run']>,
): { sql: string; params: QueryParams } {
  const isOf = (persona: string): string => `customer IN (
    SELECT customer FROM contact
    WHERE workspace_id = {workspace:String} AND version_id = {group_version:String} AND contact IN (
      SELECT contact FROM contact_persona
      WHERE workspace_id = {workspace:String} AND run_id = {group_run:String} AND persona = ${Number(persona)}))`;
  const branches = groups.map(({ value }, at) => `${isOf(value)}, ${at + 1}`);
  return {
    sql: `toUInt32(multiIf(${branches.join(', ')}, 0))`,
    params: { group_version: versionId, group_run: runId },
  };
}

/** How many numbers of groups there are, none (0) included. */
export const groupsOf = (split: Split | null): number =>
  split ? split.groups.length + (split.others ? 1 : 0) + 1 : 1;
