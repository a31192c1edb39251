-- +goose Up
-- A publication that was queued in a file that was restored from a copy: it waits until a person releases
-- or withdraws it.
ALTER TABLE publications ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));

-- Each time that a copy became the data file.
CREATE TABLE restorations (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL, -- when it was first opened
  copy_made_at INTEGER NOT NULL
);

-- Products that the last sync did not find on the shop and that are kept until a person confirms; 0 for none.
ALTER TABLE shops ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
CREATE TABLE missing_products (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  PRIMARY KEY (shop_id, product_id)
) WITHOUT ROWID;

-- An item that was skipped because its product was missing can be written after all.
INSERT INTO state_moves (machine, from_state, to_state) VALUES ('item', 'skipped', 'pending');

-- SHA-256 of the texts in UTF-8, in hexadecimal; NULL where there is no text. Rows from before are filled
-- when the file is opened; ledger rows are never changed, so that theirs stay NULL.
ALTER TABLE items ADD COLUMN content_sha256 TEXT;
ALTER TABLE revisions ADD COLUMN content_sha256 TEXT;
ALTER TABLE ledger ADD COLUMN live_sha256 TEXT;
ALTER TABLE ledger ADD COLUMN sibling_sha256 TEXT;
CREATE INDEX items_without_sum ON items (row_id) WHERE content_sha256 IS NULL AND content <> '';
CREATE INDEX revisions_without_sum ON revisions (item_row, number) WHERE content_sha256 IS NULL;
-- +goose StatementBegin
CREATE TRIGGER items_content_sum AFTER UPDATE OF content ON items
WHEN new.content <> old.content AND new.content_sha256 IS old.content_sha256 BEGIN
  SELECT RAISE(ABORT, 'a text was changed without its checksum');
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
