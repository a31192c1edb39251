-- +goose Up
-- The other searches of a page that an import had, the best first: what a person can choose instead of the phrase
-- that was taken.
CREATE TABLE keyphrase_queries (
  import_id INTEGER NOT NULL REFERENCES keyphrase_imports (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL,
  place_id TEXT NOT NULL,
  language TEXT NOT NULL,
  query TEXT NOT NULL CHECK (query <> ''),
  clicks INTEGER NOT NULL,
  impressions INTEGER NOT NULL,
  place REAL NOT NULL, -- average position among search results, 0 where it is not known
  PRIMARY KEY (import_id, place_kind, place_id, language, query)
) WITHOUT ROWID;

-- Pages and handles of the file that are not of the shop, as a JSON list.
ALTER TABLE keyphrase_imports ADD COLUMN unknown TEXT NOT NULL DEFAULT '[]';

-- +goose Down
SELECT 'migrations go forward only';
