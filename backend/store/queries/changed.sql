-- name: PutPublishedText :exec
INSERT INTO published_texts (shop_id, place_id, field, publication_id, item_row, live)
VALUES (@shop_id, @place_id, @field, @publication_id, @item_row, @live)
ON CONFLICT (shop_id, place_id, field) DO UPDATE SET publication_id = excluded.publication_id, item_row = excluded.item_row,
  live = excluded.live, taken_over = 0, changed = 0, on_shop = NULL, seen_at = NULL;

-- name: DropPublishedText :exec
DELETE FROM published_texts WHERE shop_id = @shop_id AND place_id = @place_id AND field = @field;

-- name: DropPublishedTextOf :exec
DELETE FROM published_texts WHERE publication_id = @publication_id;

-- name: PublishedText :one
SELECT * FROM published_texts WHERE shop_id = @shop_id AND place_id = @place_id AND field = @field;

-- Whether a shop has texts that a sync compares with what it reads.
-- name: HasTextsToCompare :one
SELECT CAST(EXISTS (SELECT 1 FROM published_texts p WHERE p.shop_id = @shop_id)
  OR EXISTS (SELECT 1 FROM own_drafts d WHERE d.shop_id = @shop_id) AS BOOLEAN);

-- name: PublishedTextsAt :many
SELECT * FROM published_texts
WHERE shop_id = @shop_id AND place_id IN (SELECT value FROM json_each(@places));

-- name: MarkPublishedText :exec
UPDATE published_texts SET changed = @changed, on_shop = @on_shop, seen_at = @seen_at
WHERE shop_id = @shop_id AND place_id = @place_id AND field = @field;

-- name: TakeOverText :execrows
UPDATE published_texts SET live = on_shop, taken_over = 1, changed = 0, on_shop = NULL, seen_at = NULL
WHERE publication_id = @publication_id AND changed = 1 AND seen_at = @seen_at;

-- name: SetSince :exec
UPDATE items SET since = @since WHERE row_id = @row_id;

-- The publication before: the last one that wrote this very text to the place and was not undone.
-- name: EarlierPublished :one
SELECT p.id, p.item_row FROM publications p
WHERE p.shop_id = @shop_id AND p.field = @field AND p.place_id = @place_id
  AND p.state = 'published' AND (p.kind = 'publish' OR p.again = 1) AND p.live IS @live AND p.seq < @seq
  AND NOT EXISTS (SELECT 1 FROM publications u WHERE u.undoes = p.id AND u.state = 'published'
    AND NOT EXISTS (SELECT 1 FROM publications a WHERE a.undoes = u.id AND a.state = 'published'))
ORDER BY p.seq DESC LIMIT 1;

-- name: ChangedByPublication :one
SELECT * FROM changed_texts WHERE publication_id = @publication_id;

-- name: ChangedByItem :one
SELECT * FROM changed_texts WHERE item_row = @item_row;

-- name: ChangedOfItems :many
SELECT * FROM changed_texts WHERE item_row IN (SELECT value FROM json_each(@item_rows));

-- name: ChangedAt :many
SELECT * FROM changed_texts WHERE shop_id = @shop_id AND place_id IN (SELECT value FROM json_each(@places))
ORDER BY place_id, field;

-- name: TakeOverDraft :one
UPDATE items SET content = @content, content_sha256 = @content_sha256, since = 'taken_over', revision = revision + 1, error_code = '', error_message = '',
  score = @score, warnings = @warnings, warned = @warned, held_back = 0,
  score_total = json_extract(@score, '$.total'), warning_count = json_array_length(@warnings), length = @length, written_by = @written_by, written_at = @written_at
WHERE row_id = @row_id
RETURNING revision;

-- name: ReopenChanged :execrows
UPDATE items SET publish_state = 'unpublished', since = ''
WHERE row_id = @row_id AND publish_state = 'published' AND since = 'changed' AND revision = @revision;

-- name: QueuePutBack :execrows
UPDATE items SET publish_state = 'queued', error_code = '', error_message = ''
WHERE row_id = @row_id AND publish_state = 'published' AND since = 'changed' AND revision = @revision;

-- Places that were written, or are being written, since the shop was read.
-- name: WrittenSince :many
SELECT p.place_id FROM publications p
WHERE p.shop_id = @shop_id AND p.finished_at > @since AND p.state IN ('published', 'conflict');

-- name: BeingWritten :many
SELECT p.place_id FROM publications p WHERE p.shop_id = @shop_id AND p.state IN ('queued', 'publishing') AND p.state = 'publishing';

-- name: LastSeenAt :one
SELECT finished_at FROM publications
WHERE shop_id = @shop_id AND field = @field AND place_id = @place_id
  AND live_known = 1 AND finished_at IS NOT NULL
ORDER BY seq DESC LIMIT 1;

-- name: JobOfItem :one
SELECT job_id FROM items WHERE row_id = @row_id;
