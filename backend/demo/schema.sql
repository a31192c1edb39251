-- The demo shop's own database. Times are seconds since 1970, money is in cents.

CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE products (
    id              INTEGER PRIMARY KEY,
    handle          TEXT NOT NULL UNIQUE,
    title           TEXT NOT NULL,
    body            TEXT NOT NULL,
    vendor          TEXT NOT NULL,
    type            TEXT NOT NULL,
    tags            TEXT NOT NULL CHECK (json_valid(tags)),
    status          TEXT NOT NULL CHECK (status IN ('active', 'archived', 'draft', 'unlisted')),
    seo_title       TEXT CHECK (seo_title <> ''),
    seo_description TEXT CHECK (seo_description <> ''),
    category        TEXT NOT NULL,
    template        TEXT,
    gift_card       INTEGER NOT NULL CHECK (gift_card IN (0, 1)),
    selling_plan    INTEGER NOT NULL DEFAULT 0 CHECK (selling_plan IN (0, 1)),
    options         TEXT NOT NULL CHECK (json_valid(options)),
    price_min       INTEGER NOT NULL,
    price_max       INTEGER NOT NULL,
    compare_min     INTEGER,
    compare_max     INTEGER,
    inventory       INTEGER NOT NULL,
    variants        INTEGER NOT NULL,
    media           INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    published_at    INTEGER
) STRICT;

CREATE TABLE variants (
    id                INTEGER PRIMARY KEY,
    product_id        INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    title             TEXT NOT NULL,
    options           TEXT NOT NULL CHECK (json_valid(options)),
    sku               TEXT NOT NULL,
    barcode           TEXT NOT NULL,
    price             INTEGER NOT NULL,
    compare_at        INTEGER,
    quantity          INTEGER NOT NULL,
    grams             REAL NOT NULL,
    tracked           INTEGER NOT NULL CHECK (tracked IN (0, 1)),
    oversell          INTEGER NOT NULL CHECK (oversell IN (0, 1)),
    requires_shipping INTEGER NOT NULL CHECK (requires_shipping IN (0, 1)),
    taxable           INTEGER NOT NULL CHECK (taxable IN (0, 1)),
    media_id          INTEGER REFERENCES media (id) ON DELETE SET NULL,
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL
) STRICT;

-- Pictures. motif, colour and view say what is drawn: they are set when the product is
-- added, so that a new title does not change its pictures.
CREATE TABLE media (
    id         INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    alt        TEXT CHECK (alt <> ''),
    status     TEXT NOT NULL CHECK (status IN ('FAILED', 'PROCESSING', 'READY', 'UPLOADED')),
    filename   TEXT NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    motif      TEXT NOT NULL,
    colour     INTEGER NOT NULL,
    view       INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE metafields (
    id         INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    namespace  TEXT NOT NULL,
    key        TEXT NOT NULL,
    type       TEXT NOT NULL,
    value      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (product_id, namespace, key)
) STRICT;

-- Automated collections: each holds the products of one type or of one vendor.
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
