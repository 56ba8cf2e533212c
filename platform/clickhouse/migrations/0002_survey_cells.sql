-- Cells of tables of answers as they were written, blanks left out, one partition per survey: removing a survey is
-- dropping its partition. Nothing here says what a cell means: the mapping of the survey does, when figures are asked,
-- so that a scale or a code can be corrected without importing again. A question reads only the columns it needs.
CREATE TABLE IF NOT EXISTS survey_cell
(
    workspace_id LowCardinality(String),
    survey_id    LowCardinality(String),
    column_index UInt16 COMMENT 'place of the column in the file, from 0',
    row          UInt64 COMMENT 'line of the file, or record number: one respondent',
    raw          String COMMENT 'without the blanks around it, never empty',
    value        Nullable(Float64) COMMENT 'the number written there, if it is one'
)
ENGINE = MergeTree
PARTITION BY survey_id
ORDER BY (workspace_id, survey_id, column_index, row);
