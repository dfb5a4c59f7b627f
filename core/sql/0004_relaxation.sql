CREATE TABLE relaxation_session (
    seq            INTEGER PRIMARY KEY,                 -- order never depends on a clock
    id             TEXT    NOT NULL UNIQUE,             -- made by the shell, so that a retry cannot count twice
    script         TEXT    NOT NULL,
    form           TEXT    NOT NULL CHECK (form IN ('full', 'short')), -- only the full form counts as practice
    planned_ms     INTEGER NOT NULL CHECK (planned_ms > 0),
    elapsed_ms     INTEGER NOT NULL CHECK (elapsed_ms BETWEEN 0 AND planned_ms),
    outcome        TEXT    NOT NULL CHECK (outcome IN ('running', 'finished', 'left', 'interrupted')),
    tension_before INTEGER          CHECK (tension_before BETWEEN 0 AND 10),
    tension_after  INTEGER          CHECK (tension_after  BETWEEN 0 AND 10),
    started_ms     INTEGER NOT NULL,                    -- UTC
    offset_minutes INTEGER NOT NULL,                    -- of the person's wall clock at that moment, east positive
    day            INTEGER NOT NULL                     -- practice day, days since 1970-01-01
) STRICT;

-- At most one session runs at a time.
CREATE UNIQUE INDEX relaxation_session_running ON relaxation_session (outcome) WHERE outcome = 'running';
-- What a day's total is read from, without touching the table.
CREATE INDEX relaxation_session_day ON relaxation_session (form, day, elapsed_ms, outcome);
