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

-- name: PlanHeldTexts :exec
INSERT INTO plan_items (plan, position, shop_id, item_row, publication, place_kind, place_id, place_handle, place_title, image_of, field)
SELECT @plan, p.seq, p.shop_id, p.item_row, p.id, p.place_kind, p.place_id, p.place_handle, p.place_title, p.image_of, p.field
FROM publications p
WHERE p.held = 1 AND p.state IN (SELECT value FROM json_each(@states)) AND (p.shop_id = @shop_id OR @shop_id = '')
  AND (p.item_row IN (SELECT i.row_id FROM items i WHERE i.job_id = @job_id) OR @job_id = 0)
  AND (NOT CAST(@editor AS BOOLEAN) OR p.item_row IS NULL AND (p.field = @field OR @field = ''));

-- name: PlanHeldJobs :exec
INSERT INTO plan_jobs (plan, job_id)
SELECT @plan, j.id FROM jobs j
WHERE j.state = 'paused' AND j.reason_code = 'restored' AND (j.shop_id = @shop_id OR @shop_id = '')
  AND (j.id = @job_id OR @job_id = 0);

-- name: CountPlanned :one
SELECT (SELECT count(*) FROM plan_items n WHERE n.plan = @plan) AS texts,
  (SELECT count(*) FROM plan_jobs j WHERE j.plan = @plan) AS jobs;

-- name: PlannedHeldJobs :many
SELECT n.job_id, j.field, CAST(j.state = 'paused' AND j.reason_code = 'restored' AS BOOLEAN) AS held
FROM plan_jobs n JOIN jobs j ON j.id = n.job_id WHERE n.plan = @plan ORDER BY n.job_id;

-- name: DropPlanJobs :exec
DELETE FROM plan_jobs WHERE plan = @plan;

-- The confirmed plan is what lets a released text go out.
-- name: ReleaseHeld :execrows
UPDATE publications SET held = 0, plan = @plan
WHERE id = @id AND held = 1 AND state IN ('queued', 'publishing');

-- name: WithdrawHeld :many
UPDATE publications SET state = 'withdrawn', finished_at = @finished_at
WHERE id = @id AND held = 1 AND state = 'queued'
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
