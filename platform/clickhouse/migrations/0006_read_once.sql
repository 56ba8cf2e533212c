-- What the figures of any map ask of every journey, computed once when it is built. Journeys built before have them computed
-- when they are read.
ALTER TABLE lived_journey
    ADD COLUMN IF NOT EXISTS first_of_kind Array(Bool)
        MATERIALIZED arrayMap(nth -> nth = 1, arrayEnumerateUniq(kinds))
        COMMENT 'for each event: is it the first of its kind?',
    ADD COLUMN IF NOT EXISTS scored_kinds Array(UInt16)
        MATERIALIZED arrayFilter((kind, score) -> isNotNull(score), kinds, scores)
        COMMENT 'kinds of the events that have a score, in order',
    ADD COLUMN IF NOT EXISTS scored Array(Float64)
        MATERIALIZED arrayMap(score -> assumeNotNull(score), arrayFilter(score -> isNotNull(score), scores))
        COMMENT 'their scores';
