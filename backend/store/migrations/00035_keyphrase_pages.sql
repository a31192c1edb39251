-- +goose Up
-- The fact that an answer added to the collection of a draft, 0 for none.
ALTER TABLE answered_drafts ADD COLUMN scoped_fact INTEGER NOT NULL DEFAULT 0;

-- Guesses at keyphrases from titles and types, by the rule of checks.Guess, which galley_guess is, so that the list
-- of keyphrases can be read by page.
CREATE TABLE derived_phrases (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('product', 'collection')),
  place_id TEXT NOT NULL,
  phrase TEXT NOT NULL, -- '' where title and type give none
  PRIMARY KEY (shop_id, place_kind, place_id)
) WITHOUT ROWID;
INSERT INTO derived_phrases (shop_id, place_kind, place_id, phrase)
SELECT shop_id, 'product', id, galley_guess(title, vendor, product_type, description_html) FROM products;
INSERT INTO derived_phrases (shop_id, place_kind, place_id, phrase)
SELECT shop_id, 'collection', id, galley_guess(title, '', '', description_html) FROM collections;

-- +goose StatementBegin
CREATE TRIGGER products_derived_phrase AFTER DELETE ON products BEGIN
  DELETE FROM derived_phrases WHERE shop_id = old.shop_id AND place_kind = 'product' AND place_id = old.id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER collections_derived_phrase AFTER DELETE ON collections BEGIN
  DELETE FROM derived_phrases WHERE shop_id = old.shop_id AND place_kind = 'collection' AND place_id = old.id;
END;
-- +goose StatementEnd

-- Which places share a phrase.
CREATE INDEX keyphrases_by_phrase ON keyphrases (shop_id, place_kind, language, phrase COLLATE NOCASE);

-- +goose Down
SELECT 'migrations go forward only';
