CREATE TABLE journal_note (
    seq            INTEGER PRIMARY KEY,                 -- order never depends on a clock
    id             TEXT    NOT NULL UNIQUE,             -- made by the shell, so that a retry cannot write twice
    card           TEXT,                                -- the card it belongs to; a free note has none
    body           TEXT    NOT NULL CHECK (body <> ''),
    written_ms     INTEGER NOT NULL,                    -- UTC, of the last change
    offset_minutes INTEGER NOT NULL
) STRICT;

-- A card has at most one note.
CREATE UNIQUE INDEX journal_note_card ON journal_note (card) WHERE card IS NOT NULL;

CREATE TABLE journal_plan (
    seq            INTEGER PRIMARY KEY,
    id             TEXT    NOT NULL UNIQUE,
    time           TEXT    NOT NULL,                    -- each field as the person wrote it, or empty
    place          TEXT    NOT NULL,
    opening        TEXT    NOT NULL,
    offer          TEXT    NOT NULL,
    exit           TEXT    NOT NULL,
    written_ms     INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL
) STRICT;
