/**
 * How each table lies on a cluster. These are shared out over its shards, by customer, so that all of a lived journey is on one
 * of them: events and journeys, the scratch tables in which they are prepared, and the codes that are kept of them. All others (surveys, contacts, who is who,
 * kinds of events: no larger than the files people bring) lie whole on every node, so that they can be joined on the spot.
 */
const sharded =
  /^(event|lived_journey|scratch_(event|all|journey)_[0-9a-f]{20}|scratch_codes_[0-9a-f]{16}_[0-9a-f]{20}_[0-9a-z]{14})$/;

export const isSharded = (table: string): boolean => sharded.test(table);

/** What tells the shard of a row of them. */
export const shardingKey = 'cityHash64(customer)';
