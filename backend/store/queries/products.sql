-- name: ProductDigests :many
SELECT id, row_id, digest FROM products
WHERE shop_id = @shop_id AND id IN (SELECT value FROM json_each(@ids));

-- Rows after the last product are new ones, whose words are not in the index.
-- name: WordsEndAt :exec
UPDATE word_index SET up_to = @last WHERE up_to > @last;

-- name: LastProductRow :one
SELECT CAST(coalesce(max(row_id), 0) AS INTEGER) FROM products;

-- Products that a sync found; those that it did not compare keep the time of when they were.
-- name: MarkSeen :exec
INSERT INTO product_readings (product_row, sync_run, read_at)
SELECT x.value, @run, @read_at FROM json_each(@product_rows) x WHERE true
ON CONFLICT (product_row) DO UPDATE SET sync_run = excluded.sync_run, read_at = coalesce(excluded.read_at, read_at);

-- name: ReadTimes :many
SELECT product_row, read_at FROM product_readings WHERE product_row IN (SELECT value FROM json_each(@product_rows));

-- A new product. Neither a trigger nor a conflict has SQLite keep what each page had before the row. What belongs to it follows.
-- It has the columns of SaveProduct, written twice because a first sync is faster so (ADR 72): change both.
-- name: InsertProduct :exec
INSERT INTO products (
  row_id, shop_id, id, digest, handle, title, vendor, product_type, status, tags, skus, seo_title, meta_description,
  description_words, images, images_with_alt, image_url, variant_count, price_min, price_max, currency, url, options,
  metafields, category, updated_at, description_html, title_empty, description_empty, seo_title_empty,
  meta_description_empty)
VALUES (
  @row_id, @shop_id, @id, @digest, @handle, @title, @vendor, @product_type, @status, @tags, @skus, @seo_title,
  @meta_description, @description_words, @images, @images_with_alt, @image_url, @variant_count, @price_min, @price_max,
  @currency, @url, @options, @metafields, @category, @updated_at, @description_html, @title_empty, @description_empty,
  @seo_title_empty, @meta_description_empty);

-- A product that changed: it has its row already. New ones have InsertProduct: change both.
-- name: SaveProduct :exec
INSERT INTO products (
  row_id, shop_id, id, digest, handle, title, vendor, product_type, status, tags, skus, seo_title, meta_description,
  description_words, images, images_with_alt, image_url, variant_count, price_min, price_max, currency, url, options,
  metafields, category, updated_at, description_html, title_empty, description_empty, seo_title_empty,
  meta_description_empty)
VALUES (
  @row_id, @shop_id, @id, @digest, @handle, @title, @vendor, @product_type, @status, @tags, @skus, @seo_title,
  @meta_description, @description_words, @images, @images_with_alt, @image_url, @variant_count, @price_min, @price_max,
  @currency, @url, @options, @metafields, @category, @updated_at, @description_html, @title_empty, @description_empty,
  @seo_title_empty, @meta_description_empty)
ON CONFLICT (shop_id, id) DO UPDATE SET
  digest = excluded.digest, handle = excluded.handle, title = excluded.title, vendor = excluded.vendor,
  product_type = excluded.product_type, status = excluded.status, tags = excluded.tags, skus = excluded.skus,
  seo_title = excluded.seo_title, meta_description = excluded.meta_description,
  description_words = excluded.description_words, images = excluded.images, images_with_alt = excluded.images_with_alt,
  image_url = excluded.image_url, variant_count = excluded.variant_count, price_min = excluded.price_min,
  price_max = excluded.price_max, currency = excluded.currency, url = excluded.url, options = excluded.options,
  metafields = excluded.metafields, category = excluded.category, updated_at = excluded.updated_at,
  description_html = excluded.description_html, title_empty = excluded.title_empty,
  description_empty = excluded.description_empty, seo_title_empty = excluded.seo_title_empty,
  meta_description_empty = excluded.meta_description_empty;

-- name: DeleteImages :exec
DELETE FROM images WHERE product_row IN (SELECT value FROM json_each(@product_rows));

-- name: DeleteUnseen :execrows
DELETE FROM products WHERE products.shop_id = @shop_id
  AND NOT EXISTS (SELECT 1 FROM product_readings r WHERE r.product_row = products.row_id AND r.sync_run = @run);

-- Of the products that a person confirmed, those that this sync did not find either.
-- name: DeleteConfirmed :execrows
DELETE FROM products WHERE products.shop_id = @shop_id
  AND products.id IN (SELECT m.product_id FROM missing_products m WHERE m.shop_id = @shop_id)
  AND NOT EXISTS (SELECT 1 FROM product_readings r WHERE r.product_row = products.row_id AND r.sync_run = @run);

-- name: DropProducts :exec
DELETE FROM products WHERE products.shop_id = @shop_id AND products.id IN (SELECT value FROM json_each(@ids));

-- name: PictureAddresses :many
SELECT p.id AS product, m.id, m.url FROM images m JOIN products p ON p.row_id = m.product_row
WHERE m.shop_id = @shop_id ORDER BY p.row_id, m.position;

-- name: DropMissing :exec
DELETE FROM missing_products WHERE shop_id = @shop_id;

-- name: KeepMissing :execrows
INSERT INTO missing_products (shop_id, product_id)
SELECT p.shop_id, p.id FROM products p WHERE p.shop_id = @shop_id
  AND NOT EXISTS (SELECT 1 FROM product_readings r WHERE r.product_row = p.row_id AND r.sync_run = @run);

-- name: MissingProducts :many
SELECT p.id, p.handle, p.title FROM missing_products m JOIN products p ON p.shop_id = m.shop_id AND p.id = m.product_id
WHERE m.shop_id = @shop_id ORDER BY p.title COLLATE NOCASE, p.row_id;

-- name: ProductByID :one
SELECT * FROM products WHERE shop_id = @shop_id AND id = @id;

-- name: ProductsByID :many
SELECT * FROM products WHERE shop_id = @shop_id AND id IN (SELECT value FROM json_each(@ids));

-- name: ProductByHandle :one
SELECT * FROM products WHERE shop_id = @shop_id AND handle = @handle LIMIT 1;

-- name: ImagesOfProducts :many
SELECT * FROM images WHERE product_row IN (SELECT value FROM json_each(@product_rows)) ORDER BY product_row, position, id;

-- Products that show the same images as these.
-- name: SharedImages :many
SELECT i.product_row, m.id AS image_id, o.id, o.handle, o.title
FROM images i JOIN images m ON m.shop_id = i.shop_id AND m.id = i.id AND m.product_row <> i.product_row
JOIN products o ON o.row_id = m.product_row
WHERE i.product_row IN (SELECT value FROM json_each(@product_rows)) ORDER BY o.title COLLATE NOCASE, o.row_id;

-- name: SetTitle :execrows
UPDATE products SET title = @title, title_empty = @empty, digest = x'' WHERE shop_id = @shop_id AND id = @id;

-- name: SetDescription :execrows
UPDATE products SET description_html = @html, description_words = @words, description_empty = @empty, digest = x'' WHERE shop_id = @shop_id AND id = @id;

-- name: SetSEOTitle :execrows
UPDATE products SET seo_title = @value, seo_title_empty = @empty, digest = x'' WHERE shop_id = @shop_id AND id = @id;

-- name: SetMetaDescription :execrows
UPDATE products SET meta_description = @value, meta_description_empty = @empty, digest = x'' WHERE shop_id = @shop_id AND id = @id;

-- name: SetAlt :execrows
UPDATE images SET alt = @alt, alt_empty = @empty WHERE shop_id = @shop_id AND id = @id;

-- name: RecountAlt :exec
UPDATE products SET digest = x'', images_with_alt = (
  SELECT count(*) FROM images i WHERE i.product_row = products.row_id AND i.alt_empty = 0)
WHERE row_id IN (SELECT product_row FROM images i2 WHERE i2.shop_id = @shop_id AND i2.id = @image_id);
