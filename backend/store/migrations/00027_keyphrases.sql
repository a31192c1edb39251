-- +goose Up
-- What a product or collection should be found by, as a person typed, imported or confirmed it. No reference to the
-- product: a phrase outlives one that a sync did not find.
CREATE TABLE keyphrases (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('product', 'collection')),
  place_id TEXT NOT NULL,
  language TEXT NOT NULL, -- ISO 639-1, '' for the shop's own
  phrase TEXT NOT NULL CHECK (phrase <> ''),
  source TEXT NOT NULL CHECK (source IN ('typed', 'imported', 'confirmed')),
  person TEXT NOT NULL, -- of an imported one the file's name
  set_at INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  impressions INTEGER NOT NULL,
  place REAL NOT NULL, -- average position among search results, 0 where it is not known
  PRIMARY KEY (shop_id, place_kind, place_id, language)
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
