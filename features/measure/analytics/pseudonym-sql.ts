import type { QueryParams } from '#platform/clickhouse/engine.ts';

/** 128 bits that only the server knows, one for each workspace. */
export type PseudonymKey = readonly [bigint, bigint];

/**
 * The pseudonym of a customer, over a row that has `customer`: SipHash-2-4 with the key of the workspace (Aumasson & Bernstein
 * 2012), 16 hexadecimal digits. The same customer has the same one in all sources of a workspace, and another elsewhere; without
 * the key nobody can try out customer ids.
 */
export const pseudonymSql =
  "leftPad(lower(hex(sipHash64Keyed(({key_a:UInt64}, {key_b:UInt64}), customer))), 16, '0')";

export const pseudonymParams = ([key_a, key_b]: PseudonymKey): QueryParams => ({ key_a, key_b });
