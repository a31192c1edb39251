-- +goose Up
-- When each product was last found on its shop. Apart from the products, whose rows are long: a sync that finds no change
-- writes a few bytes for each.
CREATE TABLE product_readings (
  product_row INTEGER NOT NULL PRIMARY KEY REFERENCES products (row_id) ON DELETE CASCADE,
  sync_run INTEGER NOT NULL, -- the last sync that found it
  read_at INTEGER -- when it was last compared with the shop
);
INSERT INTO product_readings (product_row, sync_run, read_at) SELECT row_id, sync_run, read_at FROM products;
ALTER TABLE products DROP COLUMN sync_run;
ALTER TABLE products DROP COLUMN read_at;

-- Tags are found by the product's own list of them, so that no second index has them all again.
DROP TRIGGER products_tagged;
DROP TRIGGER products_retagged;
CREATE TABLE tags_of_products (
  shop_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  product_row INTEGER NOT NULL,
  PRIMARY KEY (shop_id, tag, product_row)
) WITHOUT ROWID;
INSERT INTO tags_of_products (shop_id, tag, product_row) SELECT shop_id, tag, product_row FROM product_tags ORDER BY shop_id, tag, product_row;
DROP TABLE product_tags;
ALTER TABLE tags_of_products RENAME TO product_tags;
-- +goose StatementBegin
CREATE TRIGGER products_tagged AFTER INSERT ON products WHEN new.tags <> '[]' BEGIN
  INSERT INTO product_tags (shop_id, tag, product_row)
  SELECT DISTINCT new.shop_id, value, new.row_id FROM json_each(new.tags) WHERE value <> '';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_retagged AFTER UPDATE OF tags ON products WHEN new.tags <> old.tags BEGIN
  DELETE FROM product_tags WHERE shop_id = old.shop_id AND product_row = old.row_id AND tag IN (SELECT value FROM json_each(old.tags));
  INSERT INTO product_tags (shop_id, tag, product_row)
  SELECT DISTINCT new.shop_id, value, new.row_id FROM json_each(new.tags) WHERE value <> '';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_untagged AFTER DELETE ON products WHEN old.tags <> '[]' BEGIN
  DELETE FROM product_tags WHERE shop_id = old.shop_id AND product_row = old.row_id AND tag IN (SELECT value FROM json_each(old.tags));
END;
-- +goose StatementEnd

-- The index of words is left alone where no word changed.
DROP TRIGGER products_fts_before;
DROP TRIGGER products_fts_after;
-- +goose StatementBegin
CREATE TRIGGER products_fts_before BEFORE UPDATE OF title, handle, vendor, product_type, tags, skus ON products
WHEN (old.title, old.handle, old.vendor, old.product_type, old.tags, old.skus)
  <> (new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus) BEGIN
  DELETE FROM products_fts WHERE docid = old.row_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_fts_after AFTER UPDATE OF title, handle, vendor, product_type, tags, skus ON products
WHEN (old.title, old.handle, old.vendor, old.product_type, old.tags, old.skus)
  <> (new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus) BEGIN
  INSERT INTO products_fts (docid, title, handle, vendor, product_type, tags, skus)
  VALUES (new.row_id, new.title, new.handle, new.vendor, new.product_type, new.tags, new.skus);
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
