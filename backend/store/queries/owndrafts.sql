-- name: OwnDraft :one
SELECT * FROM own_drafts WHERE shop_id = @shop_id AND place_id = @place_id AND field = @field;

-- name: OwnDraftsAt :many
SELECT * FROM own_drafts WHERE shop_id = @shop_id AND place_id IN (SELECT value FROM json_each(@places)) ORDER BY place_id, field;

-- name: SaveOwnDraft :exec
INSERT INTO own_drafts (shop_id, owner_id, place_id, field, content, expected, revision, person, saved_at)
VALUES (@shop_id, @owner_id, @place_id, @field, @content, @expected, @revision, @person, @saved_at)
ON CONFLICT (shop_id, place_id, field) DO UPDATE SET owner_id = excluded.owner_id, content = excluded.content,
  expected = excluded.expected, revision = excluded.revision, person = excluded.person, saved_at = excluded.saved_at;

-- name: DropOwnDraft :execrows
DELETE FROM own_drafts WHERE shop_id = @shop_id AND place_id = @place_id AND field = @field;
