-- Bulk operations. Times are milliseconds since 1970, 0 where there is none yet.
CREATE TABLE bulk_operations (
    id           INTEGER PRIMARY KEY,
    query        TEXT NOT NULL,
    grouped      INTEGER NOT NULL CHECK (grouped IN (0, 1)),
    scopes       TEXT NOT NULL CHECK (json_valid(scopes)),
    base         TEXT NOT NULL, -- the server's address as its starter knew it
    fate         TEXT NOT NULL, -- the fault that it ends with
    stall        INTEGER NOT NULL, -- milliseconds
    status       TEXT NOT NULL CHECK (status IN ('CREATED', 'CANCELING', 'CANCELED', 'COMPLETED', 'EXPIRED', 'FAILED')),
    error_code   TEXT NOT NULL DEFAULT '',
    created_at   INTEGER NOT NULL,
    canceled_at  INTEGER NOT NULL DEFAULT 0,
    completed_at INTEGER NOT NULL DEFAULT 0,
    objects      INTEGER NOT NULL DEFAULT 0,
    roots        INTEGER NOT NULL DEFAULT 0,
    size         INTEGER NOT NULL DEFAULT 0,
    file         TEXT NOT NULL DEFAULT '' -- its name, '' for none
) STRICT;

CREATE INDEX bulk_operations_file ON bulk_operations (file);
