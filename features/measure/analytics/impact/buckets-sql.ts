/** Buckets that customers are shared out over, by who they are: the same at every question and in every period. */
const buckets = 200;

/** Bucket of the customer of a row. */
export const bucketSql = `toUInt8(cityHash64(customer) % ${buckets})`;
