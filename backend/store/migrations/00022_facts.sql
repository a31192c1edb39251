-- +goose Up
-- What people and suppliers noted of a product. No reference to the product: a fact outlives one that a sync did not find.
CREATE TABLE noted_facts (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('added', 'corrected', 'struck')),
  sheet_row TEXT NOT NULL, -- the row of the sheet that is corrected or struck, '' for an addition
  attribute TEXT NOT NULL, -- '' for a sentence
  value TEXT NOT NULL,
  variant TEXT NOT NULL, -- that it is true of, '' for all
  was_attribute TEXT NOT NULL, -- of a corrected or struck row
  was_value TEXT NOT NULL,
  was_variant TEXT NOT NULL,
  why TEXT NOT NULL,
  supplier TEXT NOT NULL, -- the file or supplier, '' for a person
  person TEXT NOT NULL,
  noted_at INTEGER NOT NULL,
  CHECK ((state = 'added') = (sheet_row = '')),
  CHECK ((state = 'struck') = (value = ''))
);
CREATE INDEX noted_facts_by_product ON noted_facts (shop_id, product_id, id);
CREATE UNIQUE INDEX noted_facts_by_row ON noted_facts (shop_id, product_id, sheet_row) WHERE sheet_row <> '';

-- What holds for the products of a vendor, a type or a collection (its handle). What holds for all is in shops.facts.
CREATE TABLE scoped_facts (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  scope TEXT NOT NULL CHECK (scope IN ('vendor', 'type', 'collection')),
  scope_value TEXT NOT NULL COLLATE NOCASE CHECK (scope_value <> ''),
  fact TEXT NOT NULL CHECK (fact <> ''),
  person TEXT NOT NULL,
  noted_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX scoped_facts_once ON scoped_facts (shop_id, scope, scope_value, fact);

-- The product's place in the shop's taxonomy, with its parents.
ALTER TABLE products ADD COLUMN category TEXT NOT NULL DEFAULT '';

-- +goose Down
SELECT 'migrations go forward only';
