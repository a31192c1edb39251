-- name: BeginCollectionSync :one
INSERT INTO collection_syncs (shop_id, run, open, cursor) VALUES (@shop_id, 1, 1, '')
ON CONFLICT (shop_id) DO UPDATE SET
  run = CASE WHEN open = 1 AND cursor <> '' THEN run ELSE run + 1 END,
  cursor = CASE WHEN open = 1 THEN cursor ELSE '' END,
  open = 1, known_from = NULL
RETURNING run, cursor;

-- name: SaveCollectionCursor :execrows
UPDATE collection_syncs SET cursor = @cursor WHERE shop_id = @shop_id AND run = @run AND open = 1;

-- name: FinishCollectionSync :execrows
UPDATE collection_syncs SET open = 0, cursor = '' WHERE shop_id = @shop_id AND run = @run AND open = 1;

-- name: NoteMembersKnown :execrows
UPDATE collection_syncs SET known_from = @known_from WHERE shop_id = @shop_id AND run = @run AND open = 0;

-- name: CollectionMarks :many
SELECT id, product_count, updated_at FROM collections WHERE shop_id = @shop_id AND id IN (SELECT value FROM json_each(@ids));

-- name: LeaveCollections :many
DELETE FROM collection_products WHERE product_id = @product_id AND collection_row IN (
  SELECT c.row_id FROM collections c WHERE c.shop_id = @shop_id AND c.id NOT IN (SELECT value FROM json_each(@ids)))
RETURNING collection_row;

-- name: JoinCollections :many
INSERT INTO collection_products (collection_row, product_id)
SELECT c.row_id, CAST(@product_id AS TEXT) FROM collections c
WHERE c.shop_id = @shop_id AND c.id IN (SELECT value FROM json_each(@ids))
ON CONFLICT DO NOTHING
RETURNING collection_row;

-- name: CountMembers :exec
UPDATE collections SET product_count = (SELECT count(*) FROM collection_products m WHERE m.collection_row = collections.row_id)
WHERE row_id IN (SELECT value FROM json_each(@rows));

-- name: UpsertCollection :one
INSERT INTO collections (shop_id, id, sync_run, handle, title, seo_title, meta_description, description_words, product_count,
  image_url, description_empty, seo_title_empty, meta_description_empty, updated_at, read_at, description_html)
VALUES (@shop_id, @id, @sync_run, @handle, @title, @seo_title, @meta_description, @description_words, @product_count,
  @image_url, @description_empty, @seo_title_empty, @meta_description_empty, @updated_at, @read_at, @description_html)
ON CONFLICT (shop_id, id) DO UPDATE SET
  sync_run = excluded.sync_run, missing = 0, handle = excluded.handle, title = excluded.title,
  seo_title = excluded.seo_title, meta_description = excluded.meta_description,
  description_words = excluded.description_words, product_count = excluded.product_count, image_url = excluded.image_url,
  description_empty = excluded.description_empty, seo_title_empty = excluded.seo_title_empty,
  meta_description_empty = excluded.meta_description_empty, updated_at = excluded.updated_at, read_at = excluded.read_at,
  description_html = excluded.description_html
RETURNING row_id;

-- name: DropOtherMembers :exec
DELETE FROM collection_products WHERE collection_row = @collection_row AND product_id NOT IN (SELECT value FROM json_each(@products));

-- name: AddMembers :exec
INSERT INTO collection_products (collection_row, product_id)
SELECT CAST(@collection_row AS INTEGER), CAST(value AS TEXT) FROM json_each(@products) WHERE true
ON CONFLICT DO NOTHING;

-- Drafts of products that are in the local copy again pass filters which they did not pass.
-- name: NoteProductsBack :exec
INSERT INTO item_changes (item_row, part)
SELECT d.row_id, 'any' FROM drafts_of_products d WHERE d.shop_id = @shop_id AND d.product_id IN (SELECT value FROM json_each(@products));

-- Members whose products the local copy has from now on.
-- name: DropAbsentMembers :exec
DELETE FROM absent_members WHERE product_id IN (SELECT value FROM json_each(@products))
  AND EXISTS (SELECT 1 FROM collections c WHERE c.row_id = absent_members.collection_row AND c.shop_id = @shop_id);

-- name: CountUnseenCollections :one
SELECT CAST(total(sync_run <> @run) AS INTEGER) AS unseen, count(*) AS known FROM collections WHERE shop_id = @shop_id;

-- name: DeleteUnseenCollections :execrows
DELETE FROM collections WHERE shop_id = @shop_id AND sync_run <> @run;

-- name: DeleteCollectionsMissedAgain :execrows
DELETE FROM collections WHERE shop_id = @shop_id AND sync_run <> @run AND missing = 1;

-- name: MarkMissingCollections :execrows
UPDATE collections SET missing = 1 WHERE shop_id = @shop_id AND sync_run <> @run;

-- name: CountCollections :one
SELECT count(*) FROM collections WHERE shop_id = @shop_id;

-- name: CollectionByID :one
SELECT * FROM collections WHERE shop_id = @shop_id AND id = @id;

-- name: CollectionByHandle :one
SELECT * FROM collections WHERE shop_id = @shop_id AND handle = @handle LIMIT 1;

-- name: CollectionMembers :many
SELECT p.id, p.handle, p.title FROM collection_products m
JOIN products p ON p.id = m.product_id AND p.shop_id = @shop_id
WHERE m.collection_row = @collection_row ORDER BY p.title COLLATE NOCASE, p.row_id;

-- name: MarkCollectionsSeen :exec
UPDATE collections SET sync_run = @run, missing = 0 WHERE shop_id = @shop_id AND id IN (SELECT value FROM json_each(@ids));

-- name: SetCollectionDescription :exec
UPDATE collections SET description_html = @html, description_words = @words, description_empty = @empty WHERE shop_id = @shop_id AND id = @id;

-- name: SetCollectionSEOTitle :exec
UPDATE collections SET seo_title = @value, seo_title_empty = @empty WHERE shop_id = @shop_id AND id = @id;

-- name: SetCollectionMetaDescription :exec
UPDATE collections SET meta_description = @value, meta_description_empty = @empty WHERE shop_id = @shop_id AND id = @id;
