-- +goose Up
-- Texts that a person wrote in the editor of a product or collection and did not publish.
CREATE TABLE own_drafts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL, -- the product or collection in whose editor it was written
  place_id TEXT NOT NULL, -- the owner, or an image of it
  field TEXT NOT NULL,
  content TEXT NOT NULL,
  expected TEXT, -- the shop's text that it is to replace
  revision INTEGER NOT NULL,
  person TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, place_id, field)
) WITHOUT ROWID;
CREATE INDEX own_drafts_by_owner ON own_drafts (shop_id, owner_id);

-- +goose Down
SELECT 'migrations go forward only';
