-- name: InsertJob :one
INSERT INTO jobs (shop_id, name, type, field, strategy, instructions, instructions_name, only_empty, unseen,
  writer_kind, writer_base_url, writer_model, profile, selection, sample, named, in_batches, state, created_at)
VALUES (@shop_id, @name, @type, @field, @strategy, @instructions, @instructions_name, @only_empty, @unseen,
  @writer_kind, @writer_base_url, @writer_model, @profile, @selection, @sample, @named, @in_batches, 'queued', @created_at)
RETURNING id;

-- name: Job :one
SELECT * FROM jobs WHERE id = @id;

-- name: Jobs :many
SELECT * FROM jobs WHERE shop_id = @shop_id OR @shop_id = '' ORDER BY id DESC;

-- Jobs that only wait for a batch hold up no other.
-- name: OpenJobs :many
SELECT * FROM jobs j WHERE state IN ('queued', 'running') AND NOT (j.state = 'running'
  AND EXISTS (SELECT 1 FROM batches b WHERE b.job_id = j.id AND b.state IN ('sent', 'open'))
  AND (j.batches_full = 1 OR NOT EXISTS (SELECT 1 FROM items i WHERE i.job_id = j.id AND i.state = 'pending')))
ORDER BY id;

-- name: JobCounts :many
SELECT job_id, state, publish_state, decision, warned, since, alike, rewrite, CAST(sum(n) AS INTEGER) AS n
FROM item_counts WHERE job_id IN (SELECT value FROM json_each(@job_ids))
GROUP BY job_id, state, publish_state, decision, warned, since, alike, rewrite;

-- name: MoveJob :execrows
UPDATE jobs SET state = @to_state, reason_code = @reason_code, reason_message = @reason_message,
  waits_until = @waits_until, waits_for = @waits_for,
  started_at = coalesce(started_at, @started_at),
  finished_at = @finished_at,
  in_batches = CASE WHEN @to_state IN ('completed', 'failed') THEN 0 ELSE in_batches END, batches_full = 0,
  archived_at = CASE WHEN @to_state IN ('queued', 'running') THEN NULL ELSE archived_at END
WHERE id = @id AND state IN (SELECT value FROM json_each(@from_states));

-- name: NoteWait :execrows
UPDATE jobs SET waits_until = @waits_until, waits_for = @waits_for WHERE id = @id AND state = 'running';

-- Jobs that are paused until a time that is over.
-- name: DueJobs :many
SELECT id FROM jobs WHERE state = 'paused' AND waits_until IS NOT NULL AND waits_until <= @now ORDER BY id;

-- No job of a restored copy goes on by itself.
-- name: ForgetWaits :exec
UPDATE jobs SET waits_until = NULL, waits_for = '' WHERE waits_until IS NOT NULL;

-- name: QueuedJobs :many
SELECT id, shop_id FROM jobs j WHERE state IN ('queued', 'running') AND NOT (j.state = 'running'
  AND EXISTS (SELECT 1 FROM batches b WHERE b.job_id = j.id AND b.state IN ('sent', 'open'))
  AND (j.batches_full = 1 OR NOT EXISTS (SELECT 1 FROM items i WHERE i.job_id = j.id AND i.state = 'pending')))
ORDER BY id DESC;

-- name: CountOpenItems :one
SELECT count(*) FROM items WHERE job_id = @job_id AND state IN ('pending', 'generating');

-- name: CommonFailure :one
SELECT error_code, error_message, count(*) AS items, (SELECT count(*) FROM items f WHERE f.job_id = @job_id AND f.state = 'failed') AS failed FROM items
WHERE job_id = @job_id AND state = 'failed' GROUP BY error_code, error_message ORDER BY items DESC, error_message LIMIT 1;

-- What the items of jobs failed with, in writing and in publishing. The terms are those of the index items_failed.
-- name: JobFailures :many
SELECT job_id, error_code, error_message, count(*) AS n, CAST(sum(publish_state = 'failed') AS INTEGER) AS unpublished
FROM items WHERE job_id IN (SELECT value FROM json_each(@job_ids)) AND (state = 'failed' OR publish_state = 'failed')
GROUP BY job_id, error_code, error_message;

-- name: CountDrafts :one
SELECT count(*) FROM items WHERE job_id = @job_id AND state = 'generated';

-- name: StrandedJobs :many
SELECT j.id FROM jobs j
WHERE EXISTS (SELECT 1 FROM items i WHERE i.job_id = j.id AND i.state = 'generating'
  AND NOT EXISTS (SELECT 1 FROM batch_requests r WHERE r.job_id = i.job_id AND r.position = i.position)) AND j.state IN ('paused', 'cancelled', 'completed', 'failed');

-- name: JobsOfShop :many
SELECT id FROM jobs WHERE shop_id = @shop_id;

-- name: SetComparedWith :exec
UPDATE jobs SET compared_with = @compared_with, compared_as = @compared_as, alike_due = alike_due + 1 WHERE id = @id;

-- name: EndSample :execrows
UPDATE jobs SET sample = 0, name = CASE named WHEN 1 THEN name ELSE @name END WHERE id = @id AND sample > 0;

-- What jobs with a profile sent to models since then, and how much of it their endpoints had cached.
-- name: SentByShop :one
SELECT CAST(coalesce(sum(input_tokens), 0) AS INTEGER) AS input_tokens, CAST(coalesce(sum(cached_tokens), 0) AS INTEGER) AS cached_tokens
FROM jobs WHERE shop_id = @shop_id AND profile <> '' AND created_at >= @since;

-- name: RenameJob :execrows
UPDATE jobs SET name = @name, named = 1 WHERE id = @id;

-- name: ArchiveJob :execrows
UPDATE jobs SET archived_at = @archived_at WHERE id = @id;

-- The things that a job's items belong to: the products of images, else the items' own places.
-- name: OwnersOf :many
SELECT CAST(CASE place_kind WHEN 'image' THEN image_of ELSE place_id END AS TEXT) AS owner
FROM items WHERE job_id = @job_id GROUP BY owner ORDER BY min(position);
