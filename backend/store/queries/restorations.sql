-- name: HoldPublications :execrows
UPDATE publications SET held = 1 WHERE state IN ('queued', 'publishing');

-- name: JobsToHold :many
SELECT id FROM jobs WHERE state IN ('queued', 'running') ORDER BY id;

-- name: InsertRestoration :exec
INSERT INTO restorations (at, copy_made_at) VALUES (@at, @copy_made_at);

-- name: LastRestoration :one
SELECT * FROM restorations ORDER BY id DESC LIMIT 1;

-- name: DeleteSetting :exec
DELETE FROM settings WHERE key = @key;

-- name: SettingValue :one
SELECT value FROM settings WHERE key = @key;

-- name: HeldByJob :many
SELECT p.shop_id, s.name AS shop_name, i.job_id, j.name AS job_name, p.field, count(*) AS waiting,
  CAST(total(p.kind = 'undo') AS INTEGER) AS undos,
  CAST(total(p.state = 'publishing') AS INTEGER) AS unsettled
FROM publications p JOIN shops s ON s.id = p.shop_id
  LEFT JOIN items i ON i.row_id = p.item_row LEFT JOIN jobs j ON j.id = i.job_id
WHERE p.held = 1 AND p.state IN ('queued', 'publishing')
GROUP BY p.shop_id, i.job_id, p.field ORDER BY s.name COLLATE NOCASE, min(p.seq);

-- name: HeldJobs :many
SELECT j.id, j.name, j.field, j.shop_id, s.name AS shop_name, j.strategy,
  (SELECT count(*) FROM items i WHERE i.job_id = j.id AND i.state IN ('pending', 'generating')) AS open
FROM jobs j JOIN shops s ON s.id = j.shop_id
WHERE j.state = 'paused' AND j.reason_code = 'restored' ORDER BY s.name COLLATE NOCASE, j.id;

-- name: ReleaseHeld :execrows
UPDATE publications SET held = 0
WHERE held = 1 AND (publications.shop_id = @shop_id OR @shop_id = '')
  AND (item_row IN (SELECT i.row_id FROM items i WHERE i.job_id = @job_id) OR @job_id = 0)
  AND (NOT CAST(@editor AS BOOLEAN) OR item_row IS NULL AND (publications.field = @field OR @field = ''));

-- name: WithdrawHeld :many
UPDATE publications SET state = 'withdrawn', finished_at = @finished_at
WHERE publications.held = 1 AND publications.state = 'queued' AND (publications.shop_id = @shop_id OR @shop_id = '')
  AND (item_row IN (SELECT i.row_id FROM items i WHERE i.job_id = @job_id) OR @job_id = 0)
  AND (NOT CAST(@editor AS BOOLEAN) OR item_row IS NULL AND (publications.field = @field OR @field = ''))
RETURNING item_row, kind;

-- name: SumlessItems :many
SELECT row_id, content FROM items WHERE content_sha256 IS NULL AND content <> '' LIMIT 500;

-- name: SetItemSum :exec
UPDATE items SET content_sha256 = @sum WHERE row_id = @row_id;

-- name: SumlessRevisions :many
SELECT item_row, number, content FROM revisions WHERE content_sha256 IS NULL LIMIT 500;

-- name: SetRevisionSum :exec
UPDATE revisions SET content_sha256 = @sum WHERE item_row = @item_row AND number = @number;

-- name: DropAllLeases :exec
DELETE FROM leases;

-- Jobs whose pages show what was held, released or not.
-- name: HeldTopics :many
SELECT DISTINCT i.job_id FROM publications p JOIN items i ON i.row_id = p.item_row
WHERE p.created_at <= (SELECT max(r.at) FROM restorations r);
