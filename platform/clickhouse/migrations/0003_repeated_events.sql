-- Events that were delivered before, told by their event id: they lie in `event` and count for nothing. Marking them costs
-- far less than rewriting the events without them.
CREATE TABLE IF NOT EXISTS event_repeat
(
    workspace_id LowCardinality(String),
    source_id    LowCardinality(String),
    import_id    LowCardinality(String),
    seq          UInt64
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (workspace_id, source_id, seq);
