-- name: PutInstructions :exec
INSERT INTO instructions (id, name, field, shop_id, text, updated_at)
VALUES (@id, @name, @field, nullif(@shop_id, ''), @text, @updated_at)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, field = excluded.field, shop_id = excluded.shop_id,
  text = excluded.text, updated_at = excluded.updated_at;

-- name: SavedInstructions :many
SELECT * FROM instructions ORDER BY name COLLATE NOCASE, id;

-- name: DeleteInstructions :execrows
DELETE FROM instructions WHERE id = @id;
