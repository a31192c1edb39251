-- From version 1 to 2: collections have texts, and a rule beside the product type.

ALTER TABLE collections RENAME TO collections_1;

CREATE TABLE collections (
    id              INTEGER PRIMARY KEY,
    handle          TEXT NOT NULL UNIQUE,
    title           TEXT NOT NULL,
    rule            TEXT NOT NULL CHECK (rule IN ('type', 'vendor')),
    value           TEXT NOT NULL, -- what its products have in the rule's column
    body            TEXT NOT NULL DEFAULT '',
    seo_title       TEXT CHECK (seo_title <> ''),
    seo_description TEXT CHECK (seo_description <> ''),
    updated_at      INTEGER NOT NULL,
    UNIQUE (rule, value)
) STRICT;

INSERT INTO collections (id, handle, title, rule, value, updated_at)
SELECT id, handle, title, 'type', type, updated_at FROM collections_1;

DROP TABLE collections_1;
