-- +goose Up
-- Drafts come into a list that is narrowed by products when their product changes. part is the part of the filter
-- that it may pass since; '' is a change of the item, and 'any' a product that came back.
ALTER TABLE item_changes ADD COLUMN part TEXT NOT NULL DEFAULT '';
CREATE VIEW drafts_of_products AS
SELECT row_id, shop_id, place_id AS product_id FROM items WHERE state = 'generated' AND image_of = ''
UNION ALL
SELECT row_id, shop_id, image_of FROM items WHERE state = 'generated' AND image_of <> '';

-- +goose StatementBegin
CREATE TRIGGER products_narrowed AFTER UPDATE OF status, vendor, product_type, tags, description_words, title_empty, description_empty,
  seo_title_empty, meta_description_empty, images, images_with_alt ON products
WHEN (old.status, old.vendor, old.product_type, old.tags, old.description_words, old.title_empty, old.description_empty,
    old.seo_title_empty, old.meta_description_empty, old.images_with_alt < old.images)
  IS NOT (new.status, new.vendor, new.product_type, new.tags, new.description_words, new.title_empty, new.description_empty,
    new.seo_title_empty, new.meta_description_empty, new.images_with_alt < new.images)
BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, c.part FROM drafts_of_products d JOIN (
    SELECT 'status' AS part, old.status IS NOT new.status AS moved
    UNION ALL SELECT 'vendor', old.vendor IS NOT new.vendor
    UNION ALL SELECT 'type', old.product_type IS NOT new.product_type
    UNION ALL SELECT 'tag', old.tags IS NOT new.tags
    UNION ALL SELECT 'length', old.description_words IS NOT new.description_words
    UNION ALL SELECT 'without', (old.title_empty, old.description_empty, old.seo_title_empty, old.meta_description_empty, old.images_with_alt < old.images)
      IS NOT (new.title_empty, new.description_empty, new.seo_title_empty, new.meta_description_empty, new.images_with_alt < new.images)
  ) c ON c.moved
  WHERE d.product_id = new.id AND d.shop_id = new.shop_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER members_narrowed AFTER INSERT ON collection_products BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, 'collection' FROM drafts_of_products d
  WHERE d.product_id = new.product_id AND d.shop_id = (SELECT shop_id FROM collections WHERE row_id = new.collection_row);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER written_narrowed AFTER INSERT ON written_products BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, c.part FROM drafts_of_products d JOIN (SELECT 'history' AS part UNION ALL SELECT 'score') c
  WHERE d.product_id = new.product_id AND d.shop_id = new.shop_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER scored_narrowed AFTER UPDATE OF score ON written_products WHEN old.score IS NOT new.score BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, 'score' FROM drafts_of_products d WHERE d.product_id = new.product_id AND d.shop_id = new.shop_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER published_narrowed AFTER INSERT ON published_texts BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, 'history' FROM drafts_of_products d
  WHERE d.shop_id = new.shop_id AND d.product_id IN (
    SELECT new.place_id UNION SELECT p.id FROM images i JOIN products p ON p.row_id = i.product_row WHERE i.shop_id = new.shop_id AND i.id = new.place_id);
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
