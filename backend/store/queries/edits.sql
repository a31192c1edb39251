-- A call that arrives after a later one of its window changes nothing.
-- name: SaveEdit :exec
INSERT INTO edits (item_row, seat, revision, content, person, typed_at, turn)
VALUES (@item_row, @seat, @revision, @content, @person, @typed_at, @turn)
ON CONFLICT (item_row, seat) DO UPDATE SET revision = excluded.revision, content = excluded.content,
  person = excluded.person, typed_at = excluded.typed_at, turn = excluded.turn WHERE excluded.turn >= edits.turn;

-- An edit that is forgotten leaves its turn, with the revision -1, so that an earlier call that arrives later does not
-- bring it back. What was typed after that turn stays.
-- name: DropEdit :execrows
UPDATE edits SET revision = -1, content = '', typed_at = @now
WHERE item_row = @item_row AND seat = @seat AND turn <= @turn AND revision >= 0;

-- name: NoteEditTurn :exec
INSERT INTO edits (item_row, seat, revision, content, person, typed_at, turn)
VALUES (@item_row, @seat, -1, '', '', @now, @turn)
ON CONFLICT (item_row, seat) DO UPDATE SET turn = max(edits.turn, excluded.turn), typed_at = excluded.typed_at
WHERE edits.revision < 0;

-- name: PruneEditTurns :exec
DELETE FROM edits WHERE revision < 0 AND typed_at < @before;

-- A text that is saved is no unsaved edit any more.
-- name: DeleteSavedEdits :exec
DELETE FROM edits WHERE item_row = @item_row AND content = @content AND revision >= 0;

-- name: Edits :many
SELECT e.* FROM edits e JOIN items i ON i.row_id = e.item_row
WHERE i.job_id = @job_id AND i.position = @position AND e.revision >= 0 AND e.content <> i.content
ORDER BY e.typed_at DESC, e.seat;

-- name: UnsavedEdits :many
SELECT e.seat, e.person, e.typed_at, e.revision, i.job_id, i.position, i.place_title, i.field, i.shop_id
FROM edits e JOIN items i ON i.row_id = e.item_row
WHERE e.revision >= 0 AND e.content <> i.content
ORDER BY e.typed_at DESC LIMIT @n;
