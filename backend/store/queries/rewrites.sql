-- A request joins the open ones of its job, or starts a new batch.
-- name: NextRewriteBatch :one
SELECT CAST(coalesce(max(batch), 0) + NOT EXISTS (
  SELECT 1 FROM rewrites o WHERE o.job_id = @job_id AND o.state IN ('queued', 'writing', 'paused')) AS INTEGER)
FROM rewrites WHERE job_id = @job_id;

-- A draft in conflict is written again for the text that the shop has.
-- name: QueueRewrites :exec
INSERT INTO rewrites (item_row, job_id, batch, position, state, revision, note, unlike, original, from_conflict, requested_at)
SELECT i.row_id, i.job_id, @batch, i.position, 'queued', i.revision, @note, @unlike,
  CASE i.on_shop_known WHEN 1 THEN i.on_shop ELSE i.original END, i.on_shop_known, @requested_at
FROM items i WHERE i.job_id = @job_id AND i.position IN (SELECT value FROM json_each(@positions))
ON CONFLICT (item_row) DO UPDATE SET batch = excluded.batch, state = 'queued', revision = excluded.revision, note = excluded.note, unlike = excluded.unlike,
  original = excluded.original, from_conflict = excluded.from_conflict, requested_at = excluded.requested_at,
  error_code = '', error_message = '';

-- name: ClaimRewrites :many
UPDATE rewrites SET state = 'writing'
WHERE item_row IN (
  SELECT r.item_row FROM rewrites r WHERE r.job_id = @job_id AND r.state = 'queued' ORDER BY r.position LIMIT @n)
RETURNING item_row;

-- name: RewritesToWrite :many
SELECT sqlc.embed(r), i.place_kind, i.place_id, i.image_of, i.content
FROM rewrites r JOIN items i ON i.row_id = r.item_row
WHERE r.item_row IN (SELECT value FROM json_each(@item_rows)) ORDER BY r.position;

-- name: RewritesOf :many
SELECT * FROM rewrites WHERE item_row IN (SELECT value FROM json_each(@item_rows));

-- name: MoveRewrites :execrows
UPDATE rewrites SET state = @to_state, error_code = @error_code, error_message = @error_message
WHERE job_id = @job_id AND state IN (SELECT value FROM json_each(@from_states))
  AND (json_array_length(CAST(@positions AS TEXT)) = 0 OR position IN (SELECT value FROM json_each(@positions)));

-- What a killed process was writing: paused where the rest of its job is.
-- name: ReleaseRewrites :exec
UPDATE rewrites SET state = CASE WHEN EXISTS (
  SELECT 1 FROM rewrites o WHERE o.job_id = @job_id AND o.state = 'paused') THEN 'paused' ELSE 'queued' END
WHERE rewrites.job_id = @job_id AND rewrites.state = 'writing';

-- name: JobsToRewrite :many
SELECT DISTINCT job_id FROM rewrites WHERE state IN ('queued', 'writing') ORDER BY job_id;

-- name: JobsWithRewrites :many
SELECT DISTINCT job_id FROM rewrites WHERE state IN ('queued', 'writing', 'paused') ORDER BY job_id;

-- name: RewriteCounts :many
SELECT r.job_id, r.state, count(*) AS n FROM rewrites r
WHERE r.job_id IN (SELECT value FROM json_each(@job_ids))
  AND r.batch = (SELECT max(o.batch) FROM rewrites o WHERE o.job_id = r.job_id)
GROUP BY r.job_id, r.state;

-- The reason of the first one: SQLite takes the other columns from the row of the minimum.
-- name: RewriteReasons :many
SELECT r.job_id, r.error_code, r.error_message, min(r.position) AS position FROM rewrites r
WHERE r.job_id IN (SELECT value FROM json_each(@job_ids)) AND r.state IN ('paused', 'failed')
  AND r.batch = (SELECT max(o.batch) FROM rewrites o WHERE o.job_id = r.job_id)
GROUP BY r.job_id;

-- name: RewritingItems :many
SELECT i.job_id, i.state, i.publish_state, i.decision, i.since, i.alike, count(*) AS n
FROM rewrites r CROSS JOIN items i ON i.row_id = r.item_row
WHERE r.state IN ('queued', 'writing', 'paused') AND i.job_id IN (SELECT value FROM json_each(@job_ids))
GROUP BY i.job_id, i.state, i.publish_state, i.decision, i.since, i.alike;

-- name: ForgetRewrites :exec
DELETE FROM rewrites WHERE item_row IN (SELECT value FROM json_each(@item_rows));
