-- name: JobsToCompare :many
SELECT j.id FROM jobs j WHERE j.alike_due > j.alike_checked AND j.state NOT IN ('queued', 'running')
  AND NOT EXISTS (SELECT 1 FROM rewrites r WHERE r.job_id = j.id AND r.state IN ('queued', 'writing'))
ORDER BY j.id;

-- name: DraftsToPrint :many
SELECT i.row_id, i.revision, i.place_title, i.content
FROM items i LEFT JOIN draft_prints d ON d.item_row = i.row_id
WHERE i.job_id = @job_id AND i.state = 'generated' AND coalesce(d.revision, 0) <> i.revision
ORDER BY i.position LIMIT @n;

-- name: SaveDraftPrint :exec
INSERT INTO draft_prints (item_row, revision, digest, print) VALUES (@item_row, @revision, @digest, @print)
ON CONFLICT (item_row) DO UPDATE SET revision = excluded.revision, digest = excluded.digest, print = excluded.print;

-- name: SaveTextPrint :exec
INSERT INTO text_prints (shop_id, field, place_id, digest, print) VALUES (@shop_id, @field, @place_id, @digest, @print)
ON CONFLICT (shop_id, field, place_id) DO UPDATE SET digest = excluded.digest, print = excluded.print;

-- name: DropTextPrints :exec
DELETE FROM text_prints WHERE text_prints.shop_id = @shop_id
  AND place_id NOT IN (SELECT p.id FROM products p WHERE p.shop_id = @shop_id)
  AND place_id NOT IN (SELECT m.id FROM images m WHERE m.shop_id = @shop_id)
  AND place_id NOT IN (SELECT c.id FROM collections c WHERE c.shop_id = @shop_id);

-- name: TextChanged :exec
INSERT INTO text_changes (shop_id, field, changes, printed) VALUES (@shop_id, @field, 1, 0)
ON CONFLICT (shop_id, field) DO UPDATE SET changes = changes + 1;

-- name: TextChanges :one
SELECT * FROM text_changes WHERE shop_id = @shop_id AND field = @field;

-- name: TextsPrinted :exec
INSERT INTO text_changes (shop_id, field, changes, printed) VALUES (@shop_id, @field, @printed, @printed)
ON CONFLICT (shop_id, field) DO UPDATE SET printed = max(printed, excluded.printed);

-- name: DraftPrints :many
SELECT i.position, i.revision, i.place_id, i.place_handle, i.place_title, i.image_url, i.state, i.publish_state, i.decision, d.digest, d.print
FROM items i JOIN draft_prints d ON d.item_row = i.row_id
WHERE i.job_id = @job_id AND i.state = 'generated' AND i.decision <> 'rejected' ORDER BY i.position;

-- Drafts are named by position and the revision that was compared.
-- name: MarkAlike :execrows
UPDATE items SET alike = @alike
WHERE job_id = @job_id AND alike <> @alike AND position || '@' || revision IN (SELECT value FROM json_each(@drafts));

-- A rejected draft is in no group.
-- name: UnmarkRejected :execrows
UPDATE items SET alike = 0 WHERE job_id = @job_id AND alike = 1 AND decision = 'rejected';

-- name: CompareDone :exec
UPDATE jobs SET alike_checked = @checked, alike_texts = @texts, alike_groups = @groups, alike_kept = @kept WHERE id = @id;

-- name: CompareAgain :exec
UPDATE jobs SET alike_due = alike_due + 1 WHERE jobs.shop_id = @shop_id AND EXISTS (
  SELECT 1 FROM items i WHERE i.job_id = jobs.id AND i.state = 'generated' AND i.publish_state <> 'published');

-- name: KeptGroups :many
SELECT * FROM kept_groups WHERE shop_id = @shop_id AND field = @field ORDER BY kept_at, id;

-- name: KeepGroup :exec
INSERT INTO kept_groups (id, shop_id, field, kind, texts, person, kept_at) VALUES (@id, @shop_id, @field, @kind, @texts, @person, @kept_at)
ON CONFLICT (shop_id, field, id) DO NOTHING;

-- name: DropKeptGroup :execrows
DELETE FROM kept_groups WHERE shop_id = @shop_id AND field = @field AND id = @id;

-- name: DraftTexts :many
SELECT position, content FROM items WHERE job_id = @job_id AND position IN (SELECT value FROM json_each(@positions));

-- name: JobPlaces :many
SELECT place_id FROM items WHERE job_id = @job_id;

-- name: JobProducts :many
SELECT DISTINCT image_of FROM items WHERE job_id = @job_id AND image_of <> '';
