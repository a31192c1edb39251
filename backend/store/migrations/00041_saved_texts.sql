-- +goose Up
-- Texts of the product editor that a person saved and did not publish.
CREATE TABLE saved_texts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL,
  place_id TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  expected TEXT, -- the shop's text that it was written over, NULL where the field was never set
  person TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, place_id, field)
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
