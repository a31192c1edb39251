-- name: InsertStep :one
INSERT INTO steps (kind, done_at) VALUES (@kind, @done_at) RETURNING id;

-- name: DeleteOldSteps :exec
DELETE FROM steps WHERE id <= @id;

-- The drafts of a step as they are before it. The step's result is added by EndStep.
-- name: BeginStep :exec
INSERT INTO step_drafts (step_id, item_row, was_revision, was_decision, was_kept, revision, decision, kept)
SELECT @step_id, row_id, revision, decision, kept, revision, decision, kept
FROM items WHERE row_id IN (SELECT value FROM json_each(@row_ids));

-- name: EndStep :exec
UPDATE step_drafts SET
  revision = (SELECT i.revision FROM items i WHERE i.row_id = step_drafts.item_row),
  decision = (SELECT i.decision FROM items i WHERE i.row_id = step_drafts.item_row),
  kept = (SELECT i.kept FROM items i WHERE i.row_id = step_drafts.item_row)
WHERE step_id = @step_id;

-- name: Step :one
SELECT * FROM steps WHERE id = @id;

-- The drafts of a step, each with whether its text is now what the step left, or made of it.
-- name: StepDrafts :many
SELECT d.*, i.job_id, i.position, i.revision AS now_revision,
  CAST(i.content = r.content AS BOOLEAN) AS is_left, CAST(i.content = w.content AS BOOLEAN) AS was_so
FROM step_drafts d
JOIN items i ON i.row_id = d.item_row
JOIN revisions r ON r.item_row = d.item_row AND r.number = d.revision
JOIN revisions w ON w.item_row = d.item_row AND w.number = d.was_revision
WHERE d.step_id = @step_id
ORDER BY i.job_id, i.position;

-- name: MarkUndone :exec
UPDATE step_drafts SET undone = @undone
WHERE step_id = @step_id AND item_row IN (SELECT value FROM json_each(@row_ids));

-- name: StepThatLeft :one
SELECT d.step_id FROM step_drafts d JOIN steps s ON s.id = d.step_id
WHERE d.item_row = @item_row AND d.revision = @revision AND s.kind = @kind
ORDER BY d.step_id DESC LIMIT 1;

-- name: StepToUndo :one
SELECT step_id FROM step_drafts WHERE item_row = @item_row AND undone = 0 ORDER BY step_id DESC LIMIT 1;

-- What was undone can be redone until something else is done.
-- name: StepToRedo :one
SELECT d.step_id FROM step_drafts d
WHERE d.item_row = @item_row AND d.undone = 1
  AND d.step_id > COALESCE((SELECT max(e.step_id) FROM step_drafts e WHERE e.item_row = @item_row AND e.undone = 0), 0)
ORDER BY d.step_id LIMIT 1;

-- The drafts of a step that was begun for them.
-- name: DecideStep :exec
UPDATE items SET decision = @decision WHERE row_id IN (SELECT d.item_row FROM step_drafts d WHERE d.step_id = @step_id);
