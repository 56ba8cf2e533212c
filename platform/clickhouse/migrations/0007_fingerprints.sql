-- What is kept of journeys between questions is found by their content (docs/decisions/0064): the sum of these over a source
-- is another one when any of its journeys is. Journeys built before get theirs in the background.
ALTER TABLE lived_journey
    ADD COLUMN IF NOT EXISTS fingerprint UInt64
        MATERIALIZED cityHash64(customer, kinds, times, scores, event_attributes, attributes, part, closed)
        COMMENT 'of all that figures depend on';

ALTER TABLE lived_journey MATERIALIZE COLUMN fingerprint;
