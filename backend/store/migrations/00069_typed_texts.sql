-- +goose Up
-- Which of two calls of one window was typed later: the earlier may arrive last.
ALTER TABLE edits ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;

-- What a person typed in the editor of a product or collection and did not save, by window.
CREATE TABLE typed_texts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL, -- the product or collection in whose editor it was typed
  seat TEXT NOT NULL, -- the window or the browser's page that it was typed in
  turn INTEGER NOT NULL,
  texts TEXT NOT NULL, -- JSON
  person TEXT NOT NULL,
  typed_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, owner_id, seat)
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
