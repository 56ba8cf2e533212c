-- Contacts of a list in one version of it, one partition per version. What a word or a number means is kept with the list:
-- places in `words` are its columns of words, the value being the place of the word (0: nothing there).
CREATE TABLE IF NOT EXISTS contact
(
    workspace_id LowCardinality(String),
    version_id   LowCardinality(String),
    contact      UInt32 COMMENT 'number in this version, from 0',
    customer     String COMMENT 'the same as in events, so that they can be joined',
    words        Array(UInt16),
    numbers      Array(Float64) COMMENT 'NaN: nothing there'
)
ENGINE = MergeTree
PARTITION BY version_id
ORDER BY (workspace_id, version_id, contact);

-- The persona of each contact as one run of a detection model saw it, one partition per run.
CREATE TABLE IF NOT EXISTS contact_persona
(
    workspace_id LowCardinality(String),
    run_id       LowCardinality(String),
    contact      UInt32 COMMENT 'contact.contact, in the version of the list that the run read',
    persona      UInt8 COMMENT 'place in the model, from 1; 0: undecided',
    likeliest    UInt8,
    probability  Float32 COMMENT 'of the likeliest persona'
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY (workspace_id, run_id, contact);
