-- +goose Up
-- What is kept of each shop's syncs, beside its shop's row. A shop without a row has never been synced by this version:
-- its next sync reads all products, by pages if it was interrupted.
CREATE TABLE shop_syncs (
  shop_id TEXT PRIMARY KEY REFERENCES shops (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('pages', 'list', 'changes')), -- of the last that was begun
  began_at INTEGER NOT NULL, -- when it was
  changes_from INTEGER, -- what changed before has been read; NULL: the next sync reads all products
  whole_at INTEGER, -- when the last began that read all products
  list_id TEXT NOT NULL DEFAULT '', -- the list of products that the shop writes for it
  list_at INTEGER -- when that was asked for
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
