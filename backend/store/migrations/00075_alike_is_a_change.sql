-- +goose Up
-- A window of an earlier Galley that is still open keeps products without taking their rows out.
DROP TRIGGER members_absent;
DROP TRIGGER products_absent;
-- +goose StatementBegin
CREATE TRIGGER members_absent AFTER INSERT ON collection_products WHEN NOT EXISTS (
  SELECT 1 FROM collections c JOIN products p ON p.shop_id = c.shop_id AND p.id = new.product_id WHERE c.row_id = new.collection_row
) BEGIN
  INSERT OR IGNORE INTO absent_members (product_id, collection_row) VALUES (new.product_id, new.collection_row);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER products_absent AFTER DELETE ON products BEGIN
  INSERT OR IGNORE INTO absent_members (product_id, collection_row)
  SELECT m.product_id, m.collection_row FROM collection_products m JOIN collections c ON c.row_id = m.collection_row
  WHERE m.product_id = old.id AND c.shop_id = old.shop_id;
END;
-- +goose StatementEnd

-- That a draft is held as too much like others is seen, too.
DROP TRIGGER items_changed;
-- +goose StatementBegin
CREATE TRIGGER items_changed AFTER UPDATE OF job_id, state, publish_state, decision, revision, warnings, since, alike, on_shop, on_shop_known, rewrite ON items
WHEN new.state <> 'generating' AND
  (old.job_id, old.state, old.publish_state, old.decision, old.revision, old.warnings, old.since, old.alike, old.on_shop, old.on_shop_known, old.rewrite)
  IS NOT (new.job_id, new.state, new.publish_state, new.decision, new.revision, new.warnings, new.since, new.alike, new.on_shop, new.on_shop_known, new.rewrite)
BEGIN
  INSERT INTO item_changes (item_row) VALUES (new.row_id);
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
