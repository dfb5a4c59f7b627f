-- Packs that are or were here. Their bytes lie sealed beside the database: they are too large for it.
CREATE TABLE pack (
    seq     INTEGER PRIMARY KEY,                        -- order never depends on a clock
    id      TEXT    NOT NULL UNIQUE,                    -- given by its publisher
    version INTEGER NOT NULL CHECK (version > 0),       -- the highest that was ever taken; stays when the pack is removed
    signer  BLOB    NOT NULL CHECK (length(signer) = 8), -- the id of the key that signed it
    file    TEXT    UNIQUE,                             -- the end of its name; NULL: removed
    key     BLOB    CHECK (length(key) = 32),
    CHECK ((file IS NULL) = (key IS NULL))
) STRICT;
