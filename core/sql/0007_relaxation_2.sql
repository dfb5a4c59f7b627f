-- What a person has set, as numbers; what is not here is as shipped.
CREATE TABLE setting (
    name  TEXT    PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- 3 is quick calm, the others are practice; 10 is as written.
ALTER TABLE relaxation_session ADD COLUMN minutes INTEGER NOT NULL DEFAULT 10 CHECK (minutes IN (3, 5, 10, 15));
-- UTC, while it is paused.
ALTER TABLE relaxation_session ADD COLUMN paused_ms INTEGER;
-- UTC, where the wall clock would have stood at the first cue, had there been no pause.
ALTER TABLE relaxation_session ADD COLUMN zero_ms INTEGER NOT NULL DEFAULT 0;
UPDATE relaxation_session SET zero_ms = started_ms, minutes = CASE form WHEN 'short' THEN 3 ELSE 10 END;

-- A day is deleted whole.
CREATE INDEX relaxation_session_of_day ON relaxation_session (day);
-- Ratings in their order, however many sessions have none, without touching the table.
CREATE INDEX relaxation_session_rated ON relaxation_session (seq, tension_before, tension_after, started_ms, offset_minutes)
    WHERE tension_before IS NOT NULL OR tension_after IS NOT NULL;
