-- Paths of the journeys of a source, counted beforehand for one reading of them (places, repeats, what is under way), so that a
-- question needs not read every journey again. One partition per preparation, in all four tables. Never stale: a preparation holds
-- for the very rows of lived_journey it was made of (`stamp`), and is dropped when they are replaced.
CREATE TABLE IF NOT EXISTS path_preparation
(
    workspace_id LowCardinality(String),
    source_id    LowCardinality(String),
    preparation  LowCardinality(String),
    reading      String COMMENT 'digest of what the journeys are read as',
    stamp        String COMMENT 'tells the rows of lived_journey it was made of',
    told         String COMMENT 'JSON of analytics/paths/prepared; empty: begun. It holds when both rows are there',
    made_at      DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = MergeTree
PARTITION BY preparation
ORDER BY (workspace_id, source_id, reading);

-- Direct links between places. Waits that begin with the same bits lie in one bucket, so that a median is found by counting.
CREATE TABLE IF NOT EXISTS path_link
(
    workspace_id LowCardinality(String),
    preparation  LowCardinality(String),
    origin       UInt8 COMMENT '0: the begin',
    target       UInt8 COMMENT '255: the end',
    bucket       UInt16,
    class        UInt16 COMMENT 'attributes of the journey, and whether it is under way',
    passages     UInt32,
    journeys     UInt32 COMMENT 'whose first passage of the link lies here',
    waits        Array(Int64) COMMENT 'milliseconds' CODEC(T64)
)
ENGINE = MergeTree
PARTITION BY preparation
ORDER BY (workspace_id, preparation, class, bucket, origin, target);

-- Which places journeys pass, as sets of 64 bits each.
CREATE TABLE IF NOT EXISTS path_set
(
    workspace_id LowCardinality(String),
    preparation  LowCardinality(String),
    side         Enum8('at' = 1, 'next' = 2, 'before' = 3, 'all' = 4)
        COMMENT 'at: pass the place; next, before: go from it to, come to it from, several different ones; all: places passed',
    place        UInt8,
    class        UInt16,
    set_1        UInt64,
    set_2        UInt64,
    set_3        UInt64,
    set_4        UInt64,
    journeys     UInt32
)
ENGINE = MergeTree
PARTITION BY preparation
ORDER BY (workspace_id, preparation, side, class, place);

-- The different paths: one byte per passage.
CREATE TABLE IF NOT EXISTS path_variant
(
    workspace_id LowCardinality(String),
    preparation  LowCardinality(String),
    path         String,
    journeys     UInt32,
    under_way    UInt32,
    classes      Array(UInt16),
    counts       Array(UInt32) COMMENT 'journeys of each class',
    spans        Array(Array(Int64)) COMMENT 'for each class, milliseconds from first to last passage'
)
ENGINE = MergeTree
PARTITION BY preparation
ORDER BY (workspace_id, preparation, journeys, path);
