-- A talk with the app: one person plays a side, the app speaks the other.
CREATE TABLE scenario_run (
    seq            INTEGER PRIMARY KEY,                 -- order never depends on a clock
    id             TEXT    NOT NULL UNIQUE,             -- made by the shell, so that a retry cannot begin twice
    scenario       TEXT    NOT NULL,
    side           TEXT    NOT NULL CHECK (side IN ('a', 'b')),
    setup          TEXT,                                -- the option picked before the first line
    seed           INTEGER NOT NULL,
    head           INTEGER REFERENCES scenario_choice (seq), -- the line said last; NULL before the first
    ended          INTEGER NOT NULL CHECK (ended IN (0, 1)), -- the way to `head` ends there
    touched        INTEGER NOT NULL UNIQUE,             -- the largest is the run played last; never a clock
    started_ms     INTEGER NOT NULL,                    -- UTC
    offset_minutes INTEGER NOT NULL
) STRICT;

CREATE INDEX scenario_run_of ON scenario_run (scenario, touched);

-- A run is a tree of lines: a way is never erased, another one may branch off anywhere.
CREATE TABLE scenario_choice (
    seq    INTEGER PRIMARY KEY,
    run    INTEGER NOT NULL REFERENCES scenario_run (seq) ON DELETE CASCADE,
    parent INTEGER REFERENCES scenario_choice (seq) ON DELETE CASCADE, -- NULL for a first line
    line   TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX scenario_choice_child ON scenario_choice (run, coalesce(parent, 0), line);
CREATE INDEX scenario_choice_parent ON scenario_choice (parent);

-- How often a line was said, by either side, in all runs: what was not heard yet is served first.
CREATE TABLE scenario_heard (
    line  TEXT    PRIMARY KEY,
    times INTEGER NOT NULL CHECK (times > 0)
) STRICT, WITHOUT ROWID;

-- Endings that were reached.
CREATE TABLE scenario_ending (
    scenario TEXT NOT NULL,
    ending   TEXT NOT NULL,
    PRIMARY KEY (scenario, ending)
) STRICT, WITHOUT ROWID;

-- A talk of two people with one phone.
CREATE TABLE scenario_pair (
    seq            INTEGER PRIMARY KEY,
    id             TEXT    NOT NULL UNIQUE,
    scenario       TEXT    NOT NULL,
    setup          TEXT,
    stage          TEXT    NOT NULL CHECK (stage IN
        ('situation', 'first-card', 'second-card', 'talk', 'first-marks', 'second-marks', 'debrief', 'over')),
    round          INTEGER NOT NULL CHECK (round > 0),  -- odd: the first person plays a; even: b
    elapsed_ms     INTEGER NOT NULL CHECK (elapsed_ms >= 0), -- of this round's talk
    started_ms     INTEGER NOT NULL,                    -- UTC
    offset_minutes INTEGER NOT NULL
) STRICT;

-- At most one such talk is going on.
CREATE UNIQUE INDEX scenario_pair_going ON scenario_pair ((stage <> 'over')) WHERE stage <> 'over';

-- What each of the two heard the other do.
CREATE TABLE scenario_mark (
    pair      INTEGER NOT NULL REFERENCES scenario_pair (seq) ON DELETE CASCADE,
    round     INTEGER NOT NULL,
    person    TEXT    NOT NULL CHECK (person IN ('first', 'second')),
    technique TEXT    NOT NULL,
    PRIMARY KEY (pair, round, person, technique)
) STRICT, WITHOUT ROWID;
