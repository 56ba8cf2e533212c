-- Attributes that many events have in common, written once: most describe the customer and are the same at each of his events.
-- The same attributes have the same id in every import.
CREATE TABLE IF NOT EXISTS event_attribute_set
(
    workspace_id LowCardinality(String),
    source_id    LowCardinality(String),
    import_id    LowCardinality(String),
    id           UInt64,
    attributes   Map(LowCardinality(String), String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (workspace_id, source_id, id);
ALTER TABLE event
    ADD COLUMN IF NOT EXISTS attribute_set UInt64 DEFAULT 0
        COMMENT 'event_attribute_set.id; 0: they stand in attributes, or there are none';
