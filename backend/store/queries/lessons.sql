-- name: Lesson :one
SELECT * FROM lessons WHERE base_url = @base_url AND model = @model;

-- name: PutLesson :exec
INSERT INTO lessons (base_url, model, lesson, learned_at) VALUES (@base_url, @model, @lesson, @learned_at)
ON CONFLICT (base_url, model) DO UPDATE SET lesson = excluded.lesson, learned_at = excluded.learned_at;

-- name: DeleteLesson :execrows
DELETE FROM lessons WHERE base_url = @base_url AND model = @model;
