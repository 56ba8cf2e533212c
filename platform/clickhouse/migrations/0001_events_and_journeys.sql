-- Events as they happened, one partition per import: taking an import back is dropping its partition.
CREATE TABLE IF NOT EXISTS event
(
    workspace_id LowCardinality(String),
    source_id    LowCardinality(String),
    import_id    LowCardinality(String),
    seq          UInt64 COMMENT 'order of arrival in the source, over all its imports',
    customer     String,
    time         DateTime64(3, 'UTC'),
    kind         UInt16 COMMENT 'event_kind.id',
    score        Nullable(Float64),
    text         String,
    order_id     String,
    event_id     String,
    attributes   Map(LowCardinality(String), String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (workspace_id, source_id, customer, time, seq);

-- What can happen in a source: a name on a channel ('' when the source knows no channels).
CREATE TABLE IF NOT EXISTS event_kind
(
    workspace_id LowCardinality(String),
    source_id    LowCardinality(String),
    id           UInt16,
    name         String,
    channel      String,
    import_id    String COMMENT 'the import that brought it first'
)
ENGINE = MergeTree
ORDER BY (workspace_id, source_id, id);

-- Whether an attribute holds for a whole lived journey or may differ at each event.
CREATE TABLE IF NOT EXISTS event_attribute
(
    workspace_id LowCardinality(String),
    source_id    LowCardinality(String),
    name         String,
    level        Enum8('journey' = 1, 'event' = 2),
    version      UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace_id, source_id, name);

-- One row per customer or case. Position i of kinds, times, scores, seqs and event_attributes is the same event,
-- in the order of (time, seq). Replaced as a whole partition, so a reader never sees it half-built.
CREATE TABLE IF NOT EXISTS lived_journey
(
    workspace_id     LowCardinality(String),
    source_id        LowCardinality(String),
    customer         String,
    kinds            Array(UInt16),
    times            Array(Int64) COMMENT 'milliseconds since 1970, UTC',
    scores           Array(Nullable(Float64)),
    seqs             Array(UInt64),
    event_attributes Array(Map(LowCardinality(String), String)) COMMENT 'empty when the source has no event-level attribute',
    attributes       Map(LowCardinality(String), String) COMMENT 'journey-level',
    events           UInt32,
    first_time       DateTime64(3, 'UTC'),
    last_time        DateTime64(3, 'UTC')
)
ENGINE = MergeTree
PARTITION BY (workspace_id, source_id)
ORDER BY (workspace_id, source_id, customer);
