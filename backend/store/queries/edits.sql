-- A call that arrives after a later one of its window changes nothing.
-- name: SaveEdit :exec
INSERT INTO edits (item_row, seat, revision, content, person, typed_at, turn)
VALUES (@item_row, @seat, @revision, @content, @person, @typed_at, @turn)
ON CONFLICT (item_row, seat) DO UPDATE SET revision = excluded.revision, content = excluded.content,
  person = excluded.person, typed_at = excluded.typed_at, turn = excluded.turn WHERE excluded.turn >= edits.turn;

-- name: DeleteEdit :execrows
DELETE FROM edits WHERE item_row = @item_row AND seat = @seat;

-- A text that is saved is no unsaved edit any more.
-- name: DeleteSavedEdits :exec
DELETE FROM edits WHERE item_row = @item_row AND content = @content;

-- name: Edits :many
SELECT e.* FROM edits e JOIN items i ON i.row_id = e.item_row
WHERE i.job_id = @job_id AND i.position = @position AND e.content <> i.content
ORDER BY e.typed_at DESC, e.seat;

-- name: UnsavedEdits :many
SELECT e.seat, e.person, e.typed_at, e.revision, i.job_id, i.position, i.place_title, i.field, i.shop_id
FROM edits e JOIN items i ON i.row_id = e.item_row
WHERE e.content <> i.content
ORDER BY e.typed_at DESC LIMIT @n;
