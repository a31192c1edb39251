-- Drafts to review, counted by what the inbox shows of them. A quarter is one of an hour, from 1970; today is the first of a day.
-- name: ToReviewCounts :many
SELECT c.job_id, c.warned, CAST(c.low AS BOOLEAN) AS low, CAST(c.rewrite = 'written' AS BOOLEAN) AS rewritten,
  CAST(c.quarter >= @today AS BOOLEAN) AS today, CAST(sum(c.n) AS INTEGER) AS n, CAST(min(c.quarter) AS INTEGER) AS oldest
FROM item_counts c WHERE c.to_review = 1
GROUP BY 1, 2, 3, 4, 5;

-- Jobs that are archived are out of sight with their drafts.
-- name: InboxJobs :many
SELECT j.id, j.shop_id, j.name, j.field, j.started_at, j.finished_at, s.name AS shop_name, s.plan AS shop_plan,
  CAST((SELECT coalesce(sum(c.n), 0) FROM item_counts c WHERE c.job_id = j.id) AS INTEGER) AS total
FROM jobs j JOIN shops s ON s.id = j.shop_id
WHERE j.id IN (SELECT value FROM json_each(@job_ids)) AND (j.shop_id = @shop_id OR @shop_id = '')
  AND j.archived_at IS NULL
ORDER BY j.id DESC;

-- name: NoteDecision :exec
INSERT INTO decision_times (person, decided_at) VALUES (@person, @decided_at);

-- name: PruneDecisions :exec
DELETE FROM decision_times WHERE decision_times.person = @person AND decision_times.id <= (
  SELECT t.id FROM decision_times t WHERE t.person = @person ORDER BY t.id DESC LIMIT 1 OFFSET @keep);

-- name: DecisionTimes :many
SELECT decided_at FROM decision_times WHERE person = @person ORDER BY id DESC;
