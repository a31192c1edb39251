-- +goose Up
-- FTS4, not 5: it is in every build of the driver, with or without build tags (docs/adr/0003).
CREATE VIRTUAL TABLE products_fts USING fts4 (
  title, handle, vendor, product_type, tags, skus,
  content="products", tokenize=unicode61 "remove_diacritics=2", prefix="2,3"
);
-- +goose StatementBegin
CREATE TRIGGER products_fts_insert AFTER INSERT ON products BEGIN
  INSERT INTO products_fts (docid, title, handle, vendor, product_type, tags, skus)
  VALUES (new.row_id, new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus);
END;
-- +goose StatementEnd
-- The index reads the old words from the table, so they leave it before the row changes.
-- +goose StatementBegin
CREATE TRIGGER products_fts_delete BEFORE DELETE ON products BEGIN
  DELETE FROM products_fts WHERE docid = old.row_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_fts_before BEFORE UPDATE OF title, handle, vendor, product_type, tags, skus ON products BEGIN
  DELETE FROM products_fts WHERE docid = old.row_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_fts_after AFTER UPDATE OF title, handle, vendor, product_type, tags, skus ON products BEGIN
  INSERT INTO products_fts (docid, title, handle, vendor, product_type, tags, skus)
  VALUES (new.row_id, new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus);
END;
-- +goose StatementEnd
-- Products of a file that was made before there was an index.
INSERT INTO products_fts (products_fts) VALUES ('rebuild');

-- +goose Down
SELECT 'migrations go forward only';
