-- +goose Up
-- Members of collections whose product the local copy does not have: few or none, so that those it has are counted
-- without looking each of them up. A sync that keeps new products takes their rows out.
CREATE TABLE absent_members (
  product_id TEXT NOT NULL,
  collection_row INTEGER NOT NULL,
  PRIMARY KEY (product_id, collection_row),
  FOREIGN KEY (collection_row, product_id) REFERENCES collection_products (collection_row, product_id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO absent_members (product_id, collection_row)
SELECT m.product_id, m.collection_row FROM collection_products m JOIN collections c ON c.row_id = m.collection_row
WHERE NOT EXISTS (SELECT 1 FROM products p WHERE p.shop_id = c.shop_id AND p.id = m.product_id);

-- +goose StatementBegin
CREATE TRIGGER members_absent AFTER INSERT ON collection_products WHEN NOT EXISTS (
  SELECT 1 FROM collections c JOIN products p ON p.shop_id = c.shop_id AND p.id = new.product_id WHERE c.row_id = new.collection_row
) BEGIN
  INSERT INTO absent_members (product_id, collection_row) VALUES (new.product_id, new.collection_row);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_absent AFTER DELETE ON products BEGIN
  INSERT INTO absent_members (product_id, collection_row)
  SELECT m.product_id, m.collection_row FROM collection_products m JOIN collections c ON c.row_id = m.collection_row
  WHERE m.product_id = old.id AND c.shop_id = old.shop_id;
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
