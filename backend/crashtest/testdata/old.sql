-- A data file as the first version of the schema had it: a shop of 300 products, and a job of 100
-- drafts, of which half went to the shop.
INSERT INTO shops (id, name, kind, domain, endpoint, currency, created_at, synced_at)
VALUES ('s1', 'Old shop', 'shopify', 'old.myshopify.com', '', 'EUR', 1, 1);

INSERT INTO products (shop_id, id, sync_run, digest, handle, title, vendor, product_type, status, tags, skus,
  description_words, images, images_with_alt, image_url, variant_count, price_min, price_max, currency, url,
  options, metafields, updated_at, description_html)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
SELECT 's1', 'gid://shopify/Product/' || i, 1, x'00', 'lamp-' || i, 'Lamp ' || i, 'Quillmoor', 'Lamp', 'ACTIVE', '["oak"]', '[]',
  5, 1, 0, '', 1, '10.00', '10.00', 'EUR', '', '[]', '[]', 1, '<p>A lamp of oak, model ' || i || '.</p>'
FROM n;

INSERT INTO images (shop_id, product_row, id, position, url, width, height)
SELECT 's1', row_id, 'image of ' || id, 1, '', 100, 100 FROM products;

INSERT INTO jobs (id, shop_id, name, type, field, strategy, instructions, instructions_name, only_empty,
  writer_kind, writer_base_url, writer_model, state, created_at, started_at, finished_at)
VALUES (1, 's1', 'All products', 'bulk_generation', 'title', 'review', '', '', 0, 'template', '', '', 'completed', 1, 1, 2);

INSERT INTO items (job_id, position, shop_id, field, product_id, product_handle, product_title, image_id, image_url,
  state, publish_state, decision, revision, written_at, content, original)
SELECT 1, row_id, 's1', 'title', id, handle, title, '', '', 'generated',
  CASE WHEN row_id <= 50 THEN 'published' ELSE 'unpublished' END,
  CASE WHEN row_id <= 75 THEN 'approved' ELSE 'rejected' END, 1, 1, 'Draft of ' || title, title
FROM products WHERE row_id <= 100;

INSERT INTO revisions (item_row, number, author, name, note, content, created_at)
SELECT row_id, 1, 'model', '', '', content, 1 FROM items;

INSERT INTO publications (id, shop_id, item_row, product_id, product_handle, product_title, image_id, field, kind, state,
  expected, before_known, before, after, live_known, live, person, writer, created_at, started_at, finished_at)
SELECT 'p' || row_id, 's1', row_id, product_id, product_handle, product_title, '', 'title', 'publish', 'published',
  original, 1, original, content, 1, content, 'Ada', 'model', 1, 1, 1
FROM items WHERE publish_state = 'published';
