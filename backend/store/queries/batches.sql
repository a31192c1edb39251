-- name: InsertBatch :exec
INSERT INTO batches (key, job_id, state, created_at, look_at) VALUES (@key, @job_id, 'filling', @created_at, @look_at);

-- name: Batch :one
SELECT * FROM batches WHERE key = @key;

-- name: OpenBatches :many
SELECT * FROM batches WHERE job_id = @job_id AND state IN ('sent', 'open') ORDER BY created_at, key;

-- name: FillingBatches :many
SELECT key FROM batches WHERE job_id = @job_id AND state = 'filling';

-- name: DropBatch :exec
DELETE FROM batches WHERE key = @key;

-- name: DropReservationsOfHolder :exec
DELETE FROM reservations WHERE holder = @holder;

-- name: SendBatch :execrows
UPDATE batches SET state = 'sent', file_id = @file_id,
  requests = (SELECT count(*) FROM batch_requests r WHERE r.batch = @key) WHERE key = @key AND state = 'filling'
  AND (SELECT j.state FROM jobs j WHERE j.id = batches.job_id) = 'running';

-- name: OpenBatch :execrows
UPDATE batches SET state = 'open', batch_id = @batch_id, latest_at = @latest_at, look_at = @look_at
WHERE key = @key AND state = 'sent';

-- name: NoteLook :exec
UPDATE batches SET look_at = @look_at, missed = @missed, stopping = @stopping, answered = max(answered, @answered),
  latest_at = coalesce(@latest_at, latest_at) WHERE key = @key;

-- name: EndBatch :exec
UPDATE batches SET state = 'read', answered = (SELECT count(*) FROM batch_requests r WHERE r.batch = @key AND r.answer IS NOT NULL)
WHERE key = @key;

-- name: InsertBatchRequest :exec
INSERT INTO batch_requests (job_id, position, number, batch, reservation, original)
VALUES (@job_id, @position, @number, @batch, @reservation, @original);

-- name: OpenRequest :one
SELECT * FROM batch_requests WHERE batch = @batch AND job_id = @job_id AND position = @position AND number = @number AND answer IS NULL;

-- name: AnswerRequest :exec
UPDATE batch_requests SET answer = @answer, reservation = 0 WHERE job_id = @job_id AND position = @position AND number = @number;

-- name: UnansweredOf :many
SELECT * FROM batch_requests WHERE batch = @batch AND answer IS NULL ORDER BY position;

-- name: DropRequests :exec
DELETE FROM batch_requests WHERE job_id = @job_id AND position = @position;

-- name: DropReservation :exec
DELETE FROM reservations WHERE id = @id;

-- Items all of whose requests are answered.
-- name: AnsweredItems :many
SELECT i.position, i.place_kind, i.place_id, i.image_of,
  CAST((SELECT r.original FROM batch_requests r WHERE r.job_id = i.job_id AND r.position = i.position ORDER BY r.number LIMIT 1) AS TEXT) AS asked
FROM items i WHERE i.job_id = @job_id AND i.position > @after AND i.state = 'generating'
  AND EXISTS (SELECT 1 FROM batch_requests r WHERE r.job_id = i.job_id AND r.position = i.position)
  AND NOT EXISTS (SELECT 1 FROM batch_requests r WHERE r.job_id = i.job_id AND r.position = i.position AND r.answer IS NULL)
ORDER BY i.position LIMIT @n;

-- name: AnswersOf :many
SELECT position, number, answer FROM batch_requests
WHERE job_id = @job_id AND position IN (SELECT value FROM json_each(@positions)) ORDER BY position, number;

-- Jobs with a batch to look at, or with answers that no draft was made of.
-- name: DueBatches :many
SELECT DISTINCT b.job_id FROM batches b JOIN jobs j ON j.id = b.job_id
WHERE b.state IN ('sent', 'open') AND (b.look_at <= @now OR j.state = 'cancelled' AND b.stopping = 0 AND b.state = 'open')
UNION
SELECT DISTINCT r.job_id FROM batch_requests r JOIN jobs j ON j.id = r.job_id JOIN batches b ON b.key = r.batch
WHERE j.state IN ('running', 'cancelled') AND r.answer IS NOT NULL AND b.state = 'read'
  AND NOT EXISTS (SELECT 1 FROM batch_requests o WHERE o.job_id = r.job_id AND o.position = r.position AND o.answer IS NULL);

-- name: BatchesOfJobs :many
SELECT job_id, count(*) AS files, CAST(sum(state = 'read') AS INTEGER) AS read, CAST(sum(requests) AS INTEGER) AS requests,
  CAST(sum(answered) AS INTEGER) AS answered, CAST(sum(stopping = 1 AND state <> 'read') AS INTEGER) AS stopping,
  CAST(coalesce(max(CASE WHEN state = 'open' THEN latest_at END), 0) AS INTEGER) AS latest,
  CAST(coalesce((SELECT sum(r.cost_usd) FROM reservations r
    WHERE r.job_id = batches.job_id AND substr(r.holder, 1, 6) = 'batch/'), 0) AS REAL) AS set_aside_usd
FROM batches WHERE job_id IN (SELECT value FROM json_each(@job_ids)) GROUP BY job_id;

-- name: SetInBatches :execrows
UPDATE jobs SET in_batches = @in_batches, batches_full = 0 WHERE id = @id;

-- name: SetBatchesFull :exec
UPDATE jobs SET batches_full = @batches_full WHERE id = @id;

-- Batches of jobs that are gone are settled in full: the endpoint goes on with them.
-- name: OrphanedBatchHolders :many
SELECT DISTINCT holder FROM reservations WHERE substr(holder, 1, 6) = 'batch/' AND substr(holder, 7) NOT IN (SELECT key FROM batches);

-- name: DropRequest :exec
DELETE FROM batch_requests WHERE job_id = @job_id AND position = @position AND number = @number;

-- name: InBatches :one
SELECT CAST(EXISTS (SELECT 1 FROM batches b WHERE b.job_id = @job_id AND b.state <> 'read')
  OR EXISTS (SELECT 1 FROM batch_requests r WHERE r.job_id = @job_id) AS INTEGER);
