-- name: NoteGiven :exec
INSERT INTO shop_notes (shop_id, note, given_at) VALUES (@shop_id, @note, @given_at)
ON CONFLICT (shop_id, note) DO UPDATE SET given_at = excluded.given_at;

-- name: ForgetNotes :exec
DELETE FROM shop_notes WHERE shop_notes.shop_id = @shop_id AND note NOT IN (
  SELECT n.note FROM shop_notes n WHERE n.shop_id = @shop_id ORDER BY n.given_at DESC, n.note LIMIT @kept);

-- name: LastNotes :many
SELECT note FROM shop_notes WHERE shop_id = @shop_id ORDER BY given_at DESC, note LIMIT @n;
