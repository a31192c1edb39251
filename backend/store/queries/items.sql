-- name: ClaimItems :many
UPDATE items SET state = 'generating'
WHERE row_id IN (
  SELECT i.row_id FROM items i WHERE i.job_id = @job_id AND i.state = 'pending' ORDER BY i.position LIMIT @n)
RETURNING position, place_kind, place_id, image_of;

-- What is in a batch is not with this process, and stays.
-- name: ReleaseItems :execrows
UPDATE items SET state = 'pending' WHERE items.job_id = @job_id AND state = 'generating'
  AND items.position NOT IN (SELECT r.position FROM batch_requests r WHERE r.job_id = @job_id);

-- name: CancelItems :execrows
UPDATE items SET state = 'cancelled'
WHERE items.job_id = @job_id AND state IN (SELECT value FROM json_each(@states))
  AND items.position NOT IN (SELECT r.position FROM batch_requests r WHERE r.job_id = @job_id);

-- name: RetryItems :execrows
UPDATE items SET state = 'pending', error_code = '', error_message = ''
WHERE job_id = @job_id AND position IN (SELECT value FROM json_each(@positions));

-- name: MoveItem :execrows
UPDATE items SET state = @to_state
WHERE job_id = @job_id AND position = @position AND state IN (SELECT value FROM json_each(@from_states));

-- name: SaveDraft :one
UPDATE items SET state = 'generated', content = @content, content_sha256 = @content_sha256, original = @original, score = @score, warnings = @warnings,
  score_total = json_extract(@score, '$.total'), warning_count = json_array_length(@warnings), length = @length, off_length = @off_length,
  warned = @warned, alike = @alike, held_back = @held_back, saw_picture = @saw_picture, revision = revision + 1,
  written_by = @written_by, written_at = @written_at, model = @model, prompt_version = @prompt_version,
  error_code = '', error_message = ''
WHERE job_id = @job_id AND position = @position AND state = 'generating'
RETURNING row_id, revision;

-- name: SaveOutcome :execrows
UPDATE items SET state = @state, error_code = @error_code, error_message = @error_message
WHERE job_id = @job_id AND position = @position AND state = 'generating';

-- name: ItemsAt :many
SELECT * FROM items WHERE job_id = @job_id AND position IN (SELECT value FROM json_each(@positions)) ORDER BY position;

-- name: ItemsByRow :many
SELECT * FROM items WHERE row_id IN (SELECT value FROM json_each(@item_rows));

-- name: Item :one
SELECT * FROM items WHERE job_id = @job_id AND position = @position;

-- name: ReplaceDraft :one
UPDATE items SET content = @content, content_sha256 = @content_sha256, original = @original, score = @score, warnings = @warnings, warned = @warned,
  score_total = json_extract(@score, '$.total'), warning_count = json_array_length(@warnings), length = @length, off_length = @off_length,
  held_back = 0, saw_picture = @saw_picture, revision = revision + 1, decision = 'open',
  publish_state = CASE WHEN publish_state IN ('undone', 'conflict', 'failed') THEN 'unpublished' ELSE publish_state END,
  on_shop = NULL, on_shop_known = 0, error_code = '', error_message = '',
  written_by = @written_by, written_at = @written_at,
  model = CASE @model WHEN '' THEN model ELSE @model END,
  prompt_version = CASE @model WHEN '' THEN prompt_version ELSE @prompt_version END
WHERE row_id = @row_id
RETURNING row_id, revision;

-- name: Decide :exec
UPDATE items SET decision = @decision WHERE row_id IN (SELECT value FROM json_each(@row_ids));

-- name: SaveReport :execrows
UPDATE items SET score = @score, warnings = @warnings, warned = @warned, kept = @kept,
  score_total = json_extract(@score, '$.total'), warning_count = json_array_length(@warnings),
  held_back = CASE WHEN CAST(@holds AS BOOLEAN) THEN held_back ELSE 0 END
WHERE job_id = @job_id AND position = @position AND state = 'generated' AND revision = @revision;

-- name: WarnedItems :many
SELECT position, state, publish_state, decision FROM items
WHERE job_id = @job_id AND state = 'generated' AND warned = 1
ORDER BY position;

-- The warnings alone: the texts may be large.
-- name: ItemWarnings :many
SELECT warnings, state, publish_state, decision FROM items
WHERE job_id = @job_id AND state = 'generated' AND warned = 1;

-- name: InsertRevision :exec
INSERT INTO revisions (item_row, number, author, name, note, content, content_sha256, prompt_version, created_at)
VALUES (@item_row, @number, @author, @name, @note, @content, @content_sha256, @prompt_version, @created_at);

-- Of a product: its own, and those of its images.
-- name: ItemsOfPlace :many
SELECT i.* FROM items i JOIN jobs j ON j.id = i.job_id
WHERE j.shop_id = @shop_id AND i.state = 'generated' AND (i.place_id = @place_id OR i.image_of <> '' AND i.image_of = @place_id
  OR i.place_id IN (SELECT m.id FROM images m JOIN products o ON o.row_id = m.product_row WHERE o.shop_id = @shop_id AND o.id = @place_id))
ORDER BY i.job_id DESC, i.position LIMIT @n;

-- name: Revisions :many
SELECT r.* FROM revisions r JOIN items i ON i.row_id = r.item_row
WHERE i.job_id = @job_id AND i.position = @position ORDER BY r.number;

-- name: ItemsOfJob :many
SELECT * FROM items WHERE job_id = @job_id ORDER BY position;

-- name: ItemAtPlace :one
SELECT * FROM items WHERE job_id = @job_id AND place_kind = @place_kind AND place_id = @place_id;

-- name: MoveItemTo :exec
UPDATE items SET job_id = @job_id, position = @position WHERE row_id = @row_id;

-- The same items for another job, without their drafts.
-- name: CopyItems :execrows
INSERT INTO items (job_id, position, shop_id, field, place_kind, place_id, place_handle, place_title, image_of, image_url, products)
SELECT @to_job, position, shop_id, field, place_kind, place_id, place_handle, place_title, image_of, image_url, products
FROM items o WHERE o.job_id = @from_job;

-- The rule of pending_review in ShopOverviews, by product.
-- name: DraftsToReview :many
SELECT CAST(CASE i.place_kind WHEN 'image' THEN i.image_of ELSE i.place_id END AS TEXT) AS product, count(*) AS drafts
FROM items i WHERE i.shop_id = @shop_id AND i.state = 'generated'
  AND i.decision <> 'rejected' AND i.publish_state NOT IN ('published', 'failed')
GROUP BY product;

-- Nothing where the draft has another revision by now.
-- name: MarkOpened :exec
INSERT INTO opened_drafts (item_row, revision)
SELECT i.row_id, i.revision FROM items i
WHERE i.job_id = @job_id AND i.position = @position AND i.state = 'generated' AND i.revision = @revision
ON CONFLICT (item_row) DO UPDATE SET revision = excluded.revision;

-- Each is looked up; together they would be searched for in all changes.
-- name: ItemChangesKept :one
SELECT CAST((SELECT min(o.seq) FROM item_changes o) AS INTEGER) AS oldest, CAST((SELECT max(n.seq) FROM item_changes n) AS INTEGER) AS newest;

-- name: DropItemChanges :exec
DELETE FROM item_changes WHERE seq <= @seq;
