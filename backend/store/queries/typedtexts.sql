-- A call that arrives after a later one of its window changes nothing.
-- name: SaveTypedTexts :exec
INSERT INTO typed_texts (shop_id, owner_id, seat, turn, texts, person, typed_at)
VALUES (@shop_id, @owner_id, @seat, @turn, @texts, @person, @typed_at)
ON CONFLICT (shop_id, owner_id, seat) DO UPDATE SET turn = excluded.turn, texts = excluded.texts,
  person = excluded.person, typed_at = excluded.typed_at WHERE excluded.turn >= typed_texts.turn;

-- Texts that are forgotten leave their turn, so that an earlier call that arrives later does not bring them back.
-- name: DropTypedTexts :execrows
UPDATE typed_texts SET texts = '[]', typed_at = @now
WHERE shop_id = @shop_id AND owner_id = @owner_id AND seat = @seat AND turn <= @turn AND texts <> '[]';

-- name: NoteTypedTurn :exec
INSERT INTO typed_texts (shop_id, owner_id, seat, turn, texts, person, typed_at)
SELECT shops.id, @owner_id, @seat, @turn, '[]', '', @now FROM shops WHERE shops.id = @shop_id
ON CONFLICT (shop_id, owner_id, seat) DO UPDATE SET turn = max(typed_texts.turn, excluded.turn), typed_at = excluded.typed_at
WHERE typed_texts.texts = '[]';

-- name: PruneTypedTurns :exec
DELETE FROM typed_texts WHERE texts = '[]' AND typed_at < @before;

-- name: TypedTextsAt :many
SELECT * FROM typed_texts WHERE shop_id = @shop_id AND owner_id = @owner_id AND texts <> '[]' ORDER BY typed_at DESC, seat;

-- name: AllTypedTexts :many
SELECT t.shop_id, t.owner_id, t.seat, t.person, t.typed_at, p.row_id IS NULL AS of_collection,
  CAST(coalesce(p.handle, c.handle) AS TEXT) AS handle, CAST(coalesce(p.title, c.title) AS TEXT) AS title
FROM typed_texts t
LEFT JOIN products p ON p.shop_id = t.shop_id AND p.id = t.owner_id
LEFT JOIN collections c ON c.shop_id = t.shop_id AND c.id = t.owner_id
WHERE t.texts <> '[]' AND (p.row_id IS NOT NULL OR c.row_id IS NOT NULL)
ORDER BY t.typed_at DESC LIMIT @n;
