-- +goose Up
-- Keyphrases that a model proposed. Nothing is scored by them until a person confirms one.
CREATE TABLE keyphrase_guesses (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('product', 'collection')),
  place_id TEXT NOT NULL,
  language TEXT NOT NULL, -- ISO 639-1, '' for the shop's own
  phrase TEXT NOT NULL CHECK (phrase <> ''),
  model TEXT NOT NULL,
  PRIMARY KEY (shop_id, place_kind, place_id, language)
) WITHOUT ROWID;

-- Imports of keyphrases, with what each phrase was before, so that an import can be taken back.
CREATE TABLE keyphrase_imports (
  id INTEGER PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  person TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  taken INTEGER NOT NULL, -- phrases that were set
  taken_back INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX keyphrase_imports_by_shop ON keyphrase_imports (shop_id, id);

CREATE TABLE keyphrase_import_changes (
  import_id INTEGER NOT NULL REFERENCES keyphrase_imports (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL,
  place_id TEXT NOT NULL,
  language TEXT NOT NULL,
  phrase TEXT NOT NULL, -- as imported
  earlier TEXT NOT NULL, -- the keyphrase before as JSON, '' where there was none
  PRIMARY KEY (import_id, place_kind, place_id, language)
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
