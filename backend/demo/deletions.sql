-- What was deleted, for clients that sync.
CREATE TABLE deletions (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('COLLECTION', 'PRODUCT')),
    subject     INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL
) STRICT;

