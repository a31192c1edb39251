-- name: InsertWatch :exec
INSERT INTO watches (publication_id, shop_id, sent_at, look_at) VALUES (@publication_id, @shop_id, @sent_at, @look_at);

-- A time that is too far off comes from a clock that was set back.
-- name: ShopsToWatch :many
SELECT DISTINCT shop_id FROM watches WHERE look_at <= @now OR look_at > @latest;

-- With the shop's text there as far as the data file knows: what the last write left, or found.
-- name: DueWatches :many
SELECT w.id, w.sent_at, w.looks, sqlc.embed(p), CAST(k.seq IS NOT NULL AS BOOLEAN) AS last_known, k.live AS last_live
FROM watches w JOIN listed_publications p ON p.id = w.publication_id
  LEFT JOIN publications k ON k.seq = (SELECT max(o.seq) FROM publications o
    WHERE o.shop_id = p.shop_id AND o.slot = p.slot AND o.field = p.field AND o.state IN ('published', 'conflict') AND o.live_known = 1)
WHERE w.shop_id = @shop_id AND (w.look_at <= @now OR w.look_at > @latest) ORDER BY w.id;

-- name: LookAgain :exec
UPDATE watches SET looks = looks + CAST(@looked AS BOOLEAN), look_at = @look_at WHERE id = @id;

-- name: DropWatch :exec
DELETE FROM watches WHERE id = @id;
