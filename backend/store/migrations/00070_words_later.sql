-- +goose Up
-- The index of words is filled behind the products, many at a time: row by row it cost more than all the rest of a first
-- sync. Products with a greater row than up_to are not in the index yet, all others are.
CREATE TABLE word_index (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  up_to INTEGER NOT NULL
);
INSERT INTO word_index (one, up_to) SELECT 1, coalesce(max(row_id), 0) FROM products;

-- New products get their words and their tags from the program, for many at once.
DROP TRIGGER products_fts_insert;
DROP TRIGGER products_tagged;
DROP TRIGGER products_fts_delete;
DROP TRIGGER products_fts_before;
DROP TRIGGER products_fts_after;
-- +goose StatementBegin
CREATE TRIGGER products_fts_delete BEFORE DELETE ON products WHEN old.row_id <= (SELECT up_to FROM word_index) BEGIN
  DELETE FROM products_fts WHERE docid = old.row_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_fts_before BEFORE UPDATE OF title, handle, vendor, product_type, tags, skus ON products
WHEN (old.title, old.handle, old.vendor, old.product_type, old.tags, old.skus)
  <> (new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus)
  AND old.row_id <= (SELECT up_to FROM word_index) BEGIN
  DELETE FROM products_fts WHERE docid = old.row_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_fts_after AFTER UPDATE OF title, handle, vendor, product_type, tags, skus ON products
WHEN (old.title, old.handle, old.vendor, old.product_type, old.tags, old.skus)
  <> (new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus)
  AND old.row_id <= (SELECT up_to FROM word_index) BEGIN
  INSERT INTO products_fts (docid, title, handle, vendor, product_type, tags, skus)
  VALUES (new.row_id, new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus);
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
