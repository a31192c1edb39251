-- name: InsertWatch :exec
INSERT INTO watches (publication_id, shop_id, sent_at, look_at) VALUES (@publication_id, @shop_id, @sent_at, @look_at);

-- A time that is too far off comes from a clock that was set back.
-- name: ShopsToWatch :many
SELECT DISTINCT shop_id FROM watches WHERE look_at <= @now OR look_at > @latest;

-- name: DueWatches :many
SELECT w.id, w.sent_at, w.looks, sqlc.embed(p), i.job_id, i.position
FROM watches w JOIN publications p ON p.id = w.publication_id LEFT JOIN items i ON i.row_id = p.item_row
WHERE w.shop_id = @shop_id AND (w.look_at <= @now OR w.look_at > @latest) ORDER BY w.id;

-- name: LookAgain :exec
UPDATE watches SET looks = looks + CAST(@looked AS BOOLEAN), look_at = @look_at WHERE id = @id;

-- name: DropWatch :exec
DELETE FROM watches WHERE id = @id;
