-- A journey may be cut out of all that a customer lived: its place among them, and whether it ended by the rule that cuts
-- (what comes after it is another journey), so that it is not under way however late it is.
ALTER TABLE lived_journey ADD COLUMN IF NOT EXISTS part UInt32 DEFAULT 1;
ALTER TABLE lived_journey ADD COLUMN IF NOT EXISTS closed Bool DEFAULT false;

-- Ids and the persons they belong to, as they were written: each change of the identities of a workspace is a set of them.
CREATE TABLE IF NOT EXISTS identity_link
(
    workspace_id LowCardinality(String),
    change       UInt32,
    alias        String,
    person       String
)
ENGINE = MergeTree
PARTITION BY workspace_id
ORDER BY (workspace_id, change, alias);

-- Who is who in one version of the identities of a workspace, links followed to their end; who stands alone is absent.
CREATE TABLE IF NOT EXISTS identity_person
(
    workspace_id LowCardinality(String),
    version      UInt32,
    alias        String,
    person       String
)
ENGINE = MergeTree
PARTITION BY (workspace_id, version)
ORDER BY (workspace_id, version, alias);
