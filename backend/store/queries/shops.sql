-- name: InsertShop :exec
INSERT INTO shops (id, name, kind, domain, endpoint, sign_in, client_id, currency, created_at)
VALUES (@id, @name, @kind, @domain, @endpoint, @sign_in, @client_id, @currency, @created_at);

-- name: ShopRow :one
SELECT * FROM shops WHERE id = @id;

-- name: Shops :many
SELECT * FROM shops ORDER BY name COLLATE NOCASE;

-- One shop, or all for ''. Each count is one range of an index. to_review, pending_review, publishable and undoable are rules of
-- galley.ItemStatus and galley.Publication; the tests compare them for every status.
-- name: ShopOverviews :many
SELECT sqlc.embed(s),
  (SELECT count(*) FROM products p WHERE p.shop_id = s.id) AS product_count,
  (SELECT count(*) FROM images i WHERE i.shop_id = s.id) AS image_count,
  CAST((SELECT coalesce(sum(c.n), 0) FROM jobs j JOIN item_counts c ON c.job_id = j.id WHERE j.shop_id = s.id AND j.archived_at IS NULL AND c.to_review = 1) AS INTEGER) AS to_review,
  CAST((SELECT coalesce(sum(c.n), 0) FROM jobs j JOIN item_counts c ON c.job_id = j.id WHERE j.shop_id = s.id AND c.state = 'generated'
    AND c.decision <> 'rejected' AND c.publish_state NOT IN ('published', 'failed')) AS INTEGER) AS pending_review,
  (SELECT count(*) FROM jobs j WHERE j.shop_id = s.id AND j.state IN ('queued', 'running')) AS running_jobs,
  (SELECT count(*) FROM publications u WHERE u.shop_id = s.id AND u.state IN ('queued', 'publishing')) AS waiting,
  (SELECT count(*) FROM publications u WHERE u.shop_id = s.id AND u.state IN ('queued', 'publishing') AND u.state = 'publishing') AS sending,
  CAST(EXISTS (SELECT 1 FROM jobs j JOIN items i ON i.job_id = j.id
    WHERE j.shop_id = s.id AND i.state = 'generated' AND i.publish_state IN ('unpublished', 'undone')
      AND i.decision IN ('open', 'approved') AND i.alike = 0 AND NOT EXISTS (
      SELECT 1 FROM publications w WHERE w.item_row = i.row_id AND w.state IN ('queued', 'publishing')) AND NOT EXISTS (
      SELECT 1 FROM rewrites r WHERE r.item_row = i.row_id AND r.state IN ('queued', 'writing', 'paused'))) AS BOOLEAN) AS publishable,
  CAST(EXISTS (SELECT 1 FROM publications p
    WHERE p.shop_id = s.id AND p.finished_at IS NOT NULL
      AND (p.state = 'published' OR p.state = 'conflict' AND p.error_code = 'shop_readback') AND p.before_known = 1 AND p.live_known = 1
      AND NOT EXISTS (SELECT 1 FROM publications u WHERE u.undoes = p.id AND u.state IN ('queued', 'publishing', 'published'))
      AND NOT EXISTS (SELECT 1 FROM publications o WHERE o.shop_id = p.shop_id AND o.slot = p.slot AND o.field = p.field
        AND o.state IN ('queued', 'publishing'))) AS BOOLEAN) AS undoable,
  EXISTS (SELECT 1 FROM leases l WHERE l.name = 'sync:' || s.id AND l.expires_at > @now) AS syncing,
  EXISTS (SELECT 1 FROM shop_syncs n WHERE n.shop_id = s.id AND n.list_at IS NOT NULL AND s.sync_cursor = '') AS preparing
FROM shops s
WHERE s.id = @id OR @id = ''
ORDER BY s.name COLLATE NOCASE;

-- name: Endpoints :many
SELECT endpoint FROM shops WHERE endpoint <> '';

-- name: SetSignIn :execrows
UPDATE shops SET sign_in = @sign_in, client_id = @client_id,
  halt_code = '', halt_message = '', halted_at = NULL, try_at = NULL WHERE id = @id;

-- name: DeleteShop :execrows
DELETE FROM shops WHERE id = @id;

-- name: BeginSync :one
UPDATE shops
SET sync_run = CASE WHEN sync_open = 1 THEN sync_run ELSE sync_run + 1 END,
    sync_cursor = CASE WHEN sync_open = 1 THEN sync_cursor ELSE '' END,
    sync_done = CASE WHEN sync_open = 1 THEN sync_done ELSE 0 END,
    sync_open = 1
WHERE id = @id
RETURNING sync_run, sync_cursor;

-- name: RestartSync :execrows
UPDATE shops SET sync_cursor = '', sync_done = 0 WHERE id = @id AND sync_open = 1;

-- name: SaveSyncCursor :execrows
UPDATE shops SET sync_cursor = @cursor, sync_done = sync_done + @n, sync_total = @total
WHERE id = @id AND sync_open = 1 AND sync_run = @run;

-- name: CountOpenSyncs :one
SELECT count(*) FROM shops WHERE id = @id AND sync_open = 1 AND sync_run = @run;

-- name: FinishSync :execrows
UPDATE shops SET sync_open = 0, sync_cursor = '', synced_at = @now, missing = @missing WHERE id = @id AND sync_open = 1 AND sync_run = @run;

-- name: CountUnseen :one
SELECT CAST(total(r.sync_run IS NOT @run) AS INTEGER) AS unseen, count(*) AS known
FROM products p LEFT JOIN product_readings r ON r.product_row = p.row_id WHERE p.shop_id = @shop_id;

-- name: CountSending :one
SELECT count(*) FROM publications WHERE shop_id = @shop_id AND state IN ('queued', 'publishing') AND state = 'publishing';

-- name: CountWritten :one
SELECT count(*) FROM ledger WHERE shop_id = @shop_id AND result = 'written';

-- name: HaltShop :exec
UPDATE shops SET halted_at = CASE WHEN halt_code = @code THEN halted_at ELSE @now END,
  halt_code = @code, halt_message = @message, try_at = @try_at
WHERE id = @id;

-- name: ResumeShop :execrows
UPDATE shops SET halt_code = '', halt_message = '', halted_at = NULL, try_at = NULL
WHERE id = @id AND halt_code <> '';

-- name: TryShop :execrows
UPDATE shops SET try_at = NULL WHERE id = @id;

-- name: SetPlan :execrows
UPDATE shops SET plan = @plan WHERE id = @id;

-- name: SetFacts :execrows
UPDATE shops SET facts = @facts WHERE id = @id;

-- name: FactsOf :one
SELECT facts FROM shops WHERE id = @id;

-- name: SetProfile :execrows
UPDATE shops SET profile = @profile WHERE id = @id;

-- name: ProfileOf :one
SELECT profile FROM shops WHERE id = @id;

-- name: FileTexts :many
SELECT place_id, value FROM file_texts WHERE shop_id = @shop_id AND field = @field;

-- name: FileText :one
SELECT value FROM file_texts WHERE shop_id = @shop_id AND field = @field AND place_id = @place_id;

-- name: PutFileText :exec
INSERT INTO file_texts (shop_id, field, place_id, value) VALUES (@shop_id, @field, @place_id, @value)
ON CONFLICT (shop_id, field, place_id) DO UPDATE SET value = excluded.value;

-- Settled places of a replaced file: their texts are not exported any more.
-- name: DropFileTexts :exec
DELETE FROM file_texts WHERE shop_id = @shop_id AND (field, place_id) IN (
  SELECT value ->> 'field', value ->> 'target' FROM json_each(@places));

-- A sync that was reading the file before begins again.
-- name: TakeNextFile :execrows
UPDATE shops SET file_run = file_run + 1, domain = @domain, sync_open = 0, sync_cursor = '', sync_done = 0, missing = 0
WHERE id = @id AND file_run = @run;

-- name: RenameShop :execrows
UPDATE shops SET name = @name WHERE id = @id;

-- name: HasProducts :one
SELECT EXISTS (SELECT 1 FROM products WHERE shop_id = @shop_id);

-- name: SetUnknownFields :exec
UPDATE shops SET unknown_fields = @unknown_fields WHERE id = @id AND unknown_fields <> @unknown_fields;

-- name: KnownOf :one
SELECT facts, unknown_fields FROM shops WHERE id = @id;
