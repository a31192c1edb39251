-- +goose Up
-- What lists of products are filtered and ordered by, in the order of the list, so that no product is read for it.
DROP INDEX products_by_title;
CREATE INDEX products_listed ON products (shop_id, title COLLATE NOCASE, row_id, id, vendor, product_type, status,
  description_words, coalesce(length(seo_title), 0), coalesce(length(meta_description), 0), images, images_with_alt,
  title_empty, description_empty, seo_title_empty, meta_description_empty, updated_at);

CREATE TABLE product_tags (
  shop_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  product_row INTEGER NOT NULL REFERENCES products (row_id) ON DELETE CASCADE,
  PRIMARY KEY (shop_id, tag, product_row)
) WITHOUT ROWID;
CREATE INDEX product_tags_by_product ON product_tags (product_row);

INSERT INTO product_tags (shop_id, tag, product_row)
SELECT DISTINCT p.shop_id, t.value, p.row_id FROM products p, json_each(p.tags) t WHERE t.value <> '';

-- +goose StatementBegin
CREATE TRIGGER products_tagged AFTER INSERT ON products WHEN new.tags <> '[]' BEGIN
  INSERT OR IGNORE INTO product_tags (shop_id, tag, product_row)
  SELECT new.shop_id, value, new.row_id FROM json_each(new.tags) WHERE value <> '';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_retagged AFTER UPDATE OF tags ON products WHEN new.tags <> old.tags BEGIN
  DELETE FROM product_tags WHERE product_row = old.row_id;
  INSERT OR IGNORE INTO product_tags (shop_id, tag, product_row)
  SELECT new.shop_id, value, new.row_id FROM json_each(new.tags) WHERE value <> '';
END;
-- +goose StatementEnd

-- Products for which, or for whose pictures, a draft was written, with the score of the latest.
CREATE TABLE written_products (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  score INTEGER, -- NULL where the draft has none
  PRIMARY KEY (shop_id, product_id)
) WITHOUT ROWID;

INSERT INTO written_products (shop_id, product_id, score)
SELECT shop_id, CASE WHEN image_of <> '' THEN image_of ELSE place_id END, json_extract(score, '$.total')
FROM items WHERE state = 'generated' AND place_kind <> 'collection' ORDER BY job_id, position
ON CONFLICT DO UPDATE SET score = excluded.score;

-- +goose StatementBegin
CREATE TRIGGER items_written AFTER UPDATE OF state, score ON items
WHEN new.state = 'generated' AND new.place_kind <> 'collection' BEGIN
  INSERT INTO written_products (shop_id, product_id, score)
  VALUES (new.shop_id, CASE WHEN new.image_of <> '' THEN new.image_of ELSE new.place_id END, json_extract(new.score, '$.total'))
  ON CONFLICT DO UPDATE SET score = excluded.score;
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
