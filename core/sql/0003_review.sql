-- What is remembered about a quiz item or a technique that comes back for review.
CREATE TABLE review_memory (
    subject    TEXT    PRIMARY KEY,                     -- an item's or a technique's id
    stability  REAL    NOT NULL CHECK (stability > 0),  -- days until recall falls to 90 %
    difficulty REAL    NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
    answers    INTEGER NOT NULL CHECK (answers > 0),
    last_day   INTEGER NOT NULL,                        -- practice day, days since 1970-01-01
    due_day    INTEGER NOT NULL CHECK (due_day > last_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_memory_due ON review_memory (due_day);
