-- +goose Up
-- Only changes that can bring a draft into a list are noted. A draft's product is written from its first draft on, so
-- that written_narrowed noted nothing that items_changed does not.
DROP TRIGGER written_narrowed;
DROP TRIGGER products_narrowed;
-- +goose StatementBegin
CREATE TRIGGER products_narrowed AFTER UPDATE OF status, vendor, product_type, tags, description_words, title_empty, description_empty,
  seo_title_empty, meta_description_empty, images, images_with_alt ON products
WHEN (old.status, old.vendor, old.product_type, old.tags) IS NOT (new.status, new.vendor, new.product_type, new.tags)
  OR new.description_words < old.description_words
  OR new.title_empty > old.title_empty OR new.description_empty > old.description_empty OR new.seo_title_empty > old.seo_title_empty
  OR new.meta_description_empty > old.meta_description_empty OR (new.images_with_alt < new.images) > (old.images_with_alt < old.images)
BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, c.part FROM drafts_of_products d JOIN (
    SELECT 'status' AS part, old.status IS NOT new.status AS moved
    UNION ALL SELECT 'vendor', old.vendor IS NOT new.vendor
    UNION ALL SELECT 'type', old.product_type IS NOT new.product_type
    UNION ALL SELECT 'tag', old.tags IS NOT new.tags
    UNION ALL SELECT 'length', new.description_words < old.description_words
    UNION ALL SELECT 'without', new.title_empty > old.title_empty OR new.description_empty > old.description_empty
      OR new.seo_title_empty > old.seo_title_empty OR new.meta_description_empty > old.meta_description_empty
      OR (new.images_with_alt < new.images) > (old.images_with_alt < old.images)
  ) c ON c.moved
  WHERE d.product_id = new.id AND d.shop_id = new.shop_id;
END;
-- +goose StatementEnd

-- The score of a product is that of its newest draft. Noting it for each of the product's drafts would take as many
-- notes as the square of their number: it is noted once, for the product.
ALTER TABLE item_changes ADD COLUMN shop_id TEXT NOT NULL DEFAULT '';
ALTER TABLE item_changes ADD COLUMN product_id TEXT NOT NULL DEFAULT '';
DROP TRIGGER scored_narrowed;
-- +goose StatementBegin
CREATE TRIGGER scored_narrowed AFTER UPDATE OF score ON written_products WHEN new.score < coalesce(old.score, 101) BEGIN
  INSERT INTO item_changes (item_row, part, shop_id, product_id) VALUES (0, 'score', new.shop_id, new.product_id);
END;
-- +goose StatementEnd

-- The alt text that was published for an image comes to a product with the image. Images are saved anew with their product.
-- +goose StatementBegin
CREATE TRIGGER images_narrowed AFTER INSERT ON images
WHEN EXISTS (SELECT 1 FROM published_texts t WHERE t.shop_id = new.shop_id AND t.place_id = new.id) BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, 'history' FROM products p JOIN drafts_of_products d ON d.product_id = p.id AND d.shop_id = p.shop_id
  WHERE p.row_id = new.product_row;
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
