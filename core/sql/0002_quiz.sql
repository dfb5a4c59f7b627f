CREATE TABLE quiz_attempt (
    seq            INTEGER PRIMARY KEY,                 -- order never depends on a clock
    id             TEXT    NOT NULL UNIQUE,             -- made by the shell, so that a retry cannot count twice
    quiz           TEXT    NOT NULL,
    seed           INTEGER NOT NULL,                    -- what the order of items and options is mixed from
    outcome        TEXT    NOT NULL CHECK (outcome IN ('open', 'finished', 'left')),
    right_count    INTEGER NOT NULL CHECK (right_count BETWEEN 0 AND item_count),
    item_count     INTEGER NOT NULL CHECK (item_count >= 0), -- 0 until it is finished
    started_ms     INTEGER NOT NULL,                    -- UTC
    offset_minutes INTEGER NOT NULL
) STRICT;

-- At most one attempt at a quiz is open.
CREATE UNIQUE INDEX quiz_attempt_open ON quiz_attempt (quiz) WHERE outcome = 'open';
CREATE INDEX quiz_attempt_history ON quiz_attempt (quiz, outcome, seq);

CREATE TABLE quiz_answer (
    attempt     INTEGER NOT NULL REFERENCES quiz_attempt (seq) ON DELETE CASCADE,
    item        TEXT    NOT NULL,
    right_count INTEGER NOT NULL CHECK (right_count IN (0, 1)),
    PRIMARY KEY (attempt, item)
) STRICT, WITHOUT ROWID;

-- The options that were chosen in an answer.
CREATE TABLE quiz_choice (
    attempt INTEGER NOT NULL,
    item    TEXT    NOT NULL,
    option  TEXT    NOT NULL,
    PRIMARY KEY (attempt, item, option),
    FOREIGN KEY (attempt, item) REFERENCES quiz_answer (attempt, item) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
