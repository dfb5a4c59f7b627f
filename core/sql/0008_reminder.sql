CREATE TABLE reminder_rule (
    seq      INTEGER PRIMARY KEY,                       -- order never depends on a clock
    id       TEXT    NOT NULL UNIQUE,                   -- made by the shell, so that a retry cannot add twice
    weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127), -- bit 0 is Monday
    minute   INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),  -- of the day, on the person's wall clock
    is_on    INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    listed   TEXT,                                      -- a text of the course
    own      TEXT    CHECK (own <> ''),                 -- or words of the person's own
    CHECK ((listed IS NULL) <> (own IS NULL))
) STRICT;

-- What holds for all reminders: one row.
CREATE TABLE reminder_settings (
    one            INTEGER PRIMARY KEY CHECK (one = 1),
    quiet_from     INTEGER CHECK (quiet_from BETWEEN 0 AND 1439), -- minute of the day; NULL: no quiet hours
    quiet_to       INTEGER CHECK (quiet_to   BETWEEN 0 AND 1439 AND quiet_to <> quiet_from),
    skip_practised INTEGER NOT NULL CHECK (skip_practised IN (0, 1)),
    most_a_day     INTEGER NOT NULL CHECK (most_a_day BETWEEN 1 AND 8),
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
) STRICT;

INSERT INTO reminder_settings (one, quiet_from, quiet_to, skip_practised, most_a_day)
VALUES (1, 1320, 420, 1, 3);                            -- 22:00 to 07:00

-- What was on the lock screen: each rule at most once a date, whatever clocks do. Stays when its rule is deleted.
CREATE TABLE reminder_shown (
    seq          INTEGER PRIMARY KEY,
    rule         TEXT    NOT NULL,
    day          INTEGER NOT NULL,                      -- date on the person's wall clock, days since 1970-01-01
    answered     INTEGER NOT NULL CHECK (answered IN (0, 1)), -- the app was opened after it
    again_minute INTEGER CHECK (again_minute BETWEEN 0 AND 1439), -- the person put it off to this minute of the day
    again_shown  INTEGER NOT NULL CHECK (again_shown IN (0, 1)),
    UNIQUE (rule, day)
) STRICT;

CREATE INDEX reminder_shown_day ON reminder_shown (day);
CREATE INDEX reminder_shown_ignored ON reminder_shown (answered) WHERE answered = 0;
