-- name: InsertAnswer :one
INSERT INTO answers (job_id, kind, rule, about, shop_fact, scoped_fact, person, answered_at)
VALUES (@job_id, @kind, @rule, @about, @shop_fact, @scoped_fact, @person, @answered_at) RETURNING id;

-- name: InsertAnsweredDraft :exec
INSERT INTO answered_drafts (answer_id, position, was_revision, revision, was_decision, product_id, noted_fact, scoped_fact)
VALUES (@answer_id, @position, @was_revision, @revision, @was_decision, @product_id, @noted_fact, @scoped_fact);

-- name: Answer :one
SELECT * FROM answers WHERE id = @id;

-- name: AnsweredDrafts :many
SELECT * FROM answered_drafts WHERE answer_id = @answer_id ORDER BY position;

-- name: MarkAnswerUndone :execrows
UPDATE answers SET undone_at = @undone_at WHERE id = @id AND undone_at IS NULL;
