-- name: InsertPlan :exec
INSERT INTO plans (id, kind, shop_id, job_id, overwrite, rejected, approved, scope, created_at)
VALUES (@id, @kind, nullif(@shop_id, ''), nullif(@job_id, 0), @overwrite, @rejected, @approved, @scope, @created_at);

-- A job that publishes without review: creating it was the decision, and its plan grows with what it writes.
-- name: GrowJobPlan :exec
INSERT INTO plans (id, kind, shop_id, job_id, created_at, confirmed_at, queued)
VALUES (@id, 'publish', @shop_id, @job_id, @now, @now, 1)
ON CONFLICT (id) DO UPDATE SET queued = queued + 1;

-- name: PrunePlans :exec
DELETE FROM plans WHERE confirmed_at IS NULL AND created_at < @before;

-- name: Plan :one
SELECT * FROM plans WHERE id = @id;

-- name: ConfirmPlan :exec
UPDATE plans SET confirmed_at = @confirmed_at, queued = @queued WHERE id = @id AND confirmed_at IS NULL;

-- name: DropPlanItems :exec
DELETE FROM plan_items WHERE plan = @plan;

-- name: PlanDrafts :exec
INSERT INTO plan_items (plan, position, shop_id, item_row, state, publish_state, decision, revision, alike, on_shop_known, on_shop,
  last_write, publication, place_kind, place_id, place_handle, place_title, image_of, field)
SELECT @plan, i.position, i.shop_id, i.row_id, i.state, i.publish_state, i.decision, i.revision, i.alike, i.on_shop_known, i.on_shop,
  coalesce((SELECT max(p.seq) FROM publications p WHERE p.shop_id = i.shop_id AND p.field = i.field
            AND p.place_id = i.place_id), 0),
  coalesce((SELECT q.id FROM publications q WHERE q.item_row = i.row_id AND (q.kind = 'publish' OR q.again = 1)
              AND q.state = 'published' ORDER BY q.seq DESC LIMIT 1), ''),
  i.place_kind, i.place_id, i.place_handle, i.place_title, i.image_of, i.field
FROM items i WHERE i.job_id = @job_id AND i.position IN (SELECT value FROM json_each(@positions));

-- name: PlanUndos :exec
INSERT INTO plan_items (plan, position, shop_id, item_row, last_write, publication, entry,
  place_kind, place_id, place_handle, place_title, image_of, field)
SELECT @plan, CAST(json_extract(x.value, '$.position') AS INTEGER), u.shop_id, u.item_row,
  coalesce((SELECT max(p.seq) FROM publications p WHERE p.shop_id = u.shop_id AND p.slot = u.slot AND p.field = u.field), 0),
  u.id, CAST(json_extract(x.value, '$.entry') AS INTEGER), u.place_kind, u.place_id, u.place_handle, u.place_title, u.image_of, u.field
FROM json_each(@undos) x JOIN publications u ON u.id = json_extract(x.value, '$.publication');

-- Those whose place has a write queued or being sent.
-- name: AtBusyPlaces :many
SELECT u.id FROM publications u WHERE u.id IN (SELECT value FROM json_each(@ids)) AND EXISTS (
  SELECT 1 FROM publications o WHERE o.shop_id = u.shop_id AND o.field = u.field AND o.place_id = u.place_id
    AND o.state IN ('queued', 'publishing'));

-- name: PlanText :exec
INSERT INTO plan_items (plan, position, shop_id, last_write, place_kind, place_id, place_handle, place_title, image_of, field,
  expected, after)
VALUES (@plan, @position, @shop_id, @last_write, @place_kind, @place_id, @place_handle, @place_title, @image_of, @field,
  @expected, @after);

-- name: PlanPutBack :exec
INSERT INTO plan_items (plan, position, shop_id, item_row, revision, on_shop_known, on_shop, seen_at, last_write, publication,
  place_kind, place_id, place_handle, place_title, image_of, field, expected, after)
SELECT @plan, 1, t.shop_id, t.item_row, coalesce(i.revision, 0), 1, t.on_shop, t.seen_at,
  coalesce((SELECT max(o.seq) FROM publications o WHERE o.shop_id = p.shop_id AND o.slot = p.slot AND o.field = p.field), 0), p.id,
  p.place_kind, p.place_id, p.place_handle, p.place_title, p.image_of, p.field, t.on_shop, t.live
FROM published_texts t JOIN publications p ON p.id = t.publication_id LEFT JOIN items i ON i.row_id = t.item_row
WHERE t.publication_id = @publication AND t.changed = 1;

-- name: PlanItems :many
SELECT sqlc.embed(n), i.job_id, i.position AS item_position, CAST(coalesce(w.seq, 0) AS INTEGER) AS newest_seq,
  CAST(coalesce(w.state, '') AS TEXT) AS newest_state, CAST(coalesce(w.kind, '') AS TEXT) AS newest_kind
FROM plan_items n LEFT JOIN items i ON i.row_id = n.item_row
  LEFT JOIN publications w ON w.seq = (SELECT max(o.seq) FROM publications o
    WHERE o.shop_id = n.shop_id AND o.place_id = n.place_id AND o.field = n.field AND o.plan <> n.plan)
WHERE n.plan = @plan ORDER BY n.position;

-- The publications that a plan undoes, by position in the plan.
-- name: PlannedUndos :many
SELECT n.position AS at, sqlc.embed(p),
  CAST(EXISTS (SELECT 1 FROM publications u WHERE u.undoes = p.id AND u.state IN ('queued', 'publishing', 'published')) AS BOOLEAN) AS undone,
  CAST(EXISTS (SELECT 1 FROM publications o WHERE o.shop_id = n.shop_id AND o.place_id = n.place_id AND o.field = n.field
    AND o.state IN ('queued', 'publishing')) AS BOOLEAN) AS busy
FROM plan_items n JOIN listed_publications p ON p.id = n.publication
WHERE n.plan = @plan;

-- The drafts that say what a plan saves, word for word, by position in the plan.
-- name: PlannedDrafts :many
SELECT n.position AS at, sqlc.embed(i)
FROM plan_items n JOIN items i ON i.place_id = n.place_id AND i.shop_id = n.shop_id AND i.field = n.field
WHERE n.plan = @plan AND i.state = 'generated' AND i.content = coalesce(n.after, '')
ORDER BY i.job_id DESC;

-- Places of a plan that are in the local copy.
-- name: KnownPlaces :many
SELECT DISTINCT n.place_id FROM plan_items n WHERE n.plan = @plan AND (
  EXISTS (SELECT 1 FROM products p WHERE p.shop_id = n.shop_id AND p.id = n.place_id)
  OR EXISTS (SELECT 1 FROM images m WHERE m.shop_id = n.shop_id AND m.id = n.place_id)
  OR EXISTS (SELECT 1 FROM collections c WHERE c.shop_id = n.shop_id AND c.id = n.place_id));

-- name: NewestWriteAt :one
SELECT seq, state, kind FROM publications
WHERE shop_id = @shop_id AND slot = @slot AND field = @field AND plan <> @but_of
ORDER BY seq DESC LIMIT 1;

-- name: LatestRun :one
SELECT id FROM plans WHERE job_id = @job_id AND confirmed_at IS NOT NULL AND queued > 0
ORDER BY confirmed_at DESC, id LIMIT 1;

-- name: PlanWrites :many
SELECT shop_id, state, kind, count(*) AS n FROM publications WHERE plan = @plan AND plan <> ''
GROUP BY shop_id, state, kind ORDER BY shop_id;

-- name: OpenWrites :many
SELECT item_row, state FROM publications
WHERE item_row IN (SELECT value FROM json_each(@item_rows)) AND state IN ('queued', 'publishing');

-- name: OpenItemWrites :many
SELECT i.job_id, i.state, i.publish_state, i.decision, i.since, i.alike, p.state AS write, count(*) AS n
FROM publications p CROSS JOIN items i ON i.row_id = p.item_row
WHERE p.state IN ('queued', 'publishing') AND i.job_id IN (SELECT value FROM json_each(@job_ids))
GROUP BY i.job_id, i.state, i.publish_state, i.decision, i.since, i.alike, p.state;

-- name: MissingItems :many
SELECT job_id, count(*) AS n FROM items
WHERE job_id IN (SELECT value FROM json_each(@job_ids)) AND state = 'skipped' AND error_code = 'shop_missing'
GROUP BY job_id;


-- The last writes of a shop's newest plan: how many, and how long they took together.
-- name: PublishPace :one
WITH last AS (
  SELECT plan, started_at, finished_at FROM publications
  WHERE shop_id = @shop_id AND finished_at IS NOT NULL AND state = 'published' ORDER BY finished_at DESC LIMIT 200)
SELECT count(*) AS n, CAST(coalesce(max(finished_at) - min(started_at), 0) AS INTEGER) AS took
FROM last WHERE plan = (SELECT l.plan FROM last l ORDER BY l.finished_at DESC LIMIT 1);

-- Plans that have a write of these jobs queued or being sent.
-- name: OpenPlans :many
SELECT DISTINCT i.job_id, p.plan FROM publications p CROSS JOIN items i ON i.row_id = p.item_row
WHERE p.state IN ('queued', 'publishing') AND i.job_id IN (SELECT value FROM json_each(@job_ids))
ORDER BY i.job_id, p.plan;

-- Who confirmed a plan, and when; '' and nothing for writes that belong to none.
-- name: PlanStart :one
SELECT CAST(coalesce((SELECT p.person FROM publications p WHERE p.plan = n.id AND p.plan <> '' LIMIT 1), '') AS TEXT) AS person, n.confirmed_at
FROM plans n WHERE n.id = @plan;
