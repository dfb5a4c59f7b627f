PRAGMA application_id = 0x53415957;                     -- "SAYW"

-- Where the reader stands in each unit that was opened.
CREATE TABLE lesson_place (
    unit    TEXT    PRIMARY KEY,
    card    TEXT    NOT NULL,
    done    INTEGER NOT NULL CHECK (done IN (0, 1)),    -- its last card was seen once; stays so
    touched INTEGER NOT NULL UNIQUE                     -- the largest is the unit read last; never a clock
) STRICT, WITHOUT ROWID;

-- Cards that were on screen once.
CREATE TABLE lesson_seen (
    card           TEXT    PRIMARY KEY,
    first_ms       INTEGER NOT NULL,                    -- UTC
    offset_minutes INTEGER NOT NULL                     -- of the person's wall clock at that moment, east positive
) STRICT, WITHOUT ROWID;

-- Answers to checks, until the unit is begun anew. Answers to gates are never stored.
CREATE TABLE lesson_check (
    card   TEXT    PRIMARY KEY,
    unit   TEXT    NOT NULL,
    option TEXT    NOT NULL,
    tries  INTEGER NOT NULL CHECK (tries IN (1, 2))
) STRICT, WITHOUT ROWID;
