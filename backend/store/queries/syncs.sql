-- name: SyncState :one
SELECT sqlc.embed(n), s.sync_open, CAST(EXISTS (
  SELECT 1 FROM collection_syncs c WHERE c.shop_id = n.shop_id AND c.open = 0 AND c.known_from = n.changes_from
) AS BOOLEAN) AS members_known FROM shop_syncs n JOIN shops s ON s.id = n.shop_id WHERE n.shop_id = @shop_id;

-- name: CloseSync :exec
UPDATE shops SET sync_open = 0 WHERE id = @id;

-- name: NoteSyncBegun :exec
INSERT INTO shop_syncs (shop_id, kind, began_at) VALUES (@shop_id, @kind, @began_at)
ON CONFLICT (shop_id) DO UPDATE SET kind = excluded.kind, began_at = excluded.began_at, list_id = '', list_at = NULL;

-- name: NoteList :exec
UPDATE shop_syncs SET list_id = @list_id, list_at = @list_at WHERE shop_id = @shop_id;

-- name: NoteListing :exec
UPDATE shops SET sync_done = @listed, sync_total = @total WHERE id = @id AND sync_open = 1 AND sync_run = @run;

-- name: NoteSynced :exec
UPDATE shop_syncs SET changes_from = @changes_from, whole_at = coalesce(@whole_at, whole_at), list_id = '', list_at = NULL
WHERE shop_id = @shop_id;

-- name: FinishChanges :execrows
UPDATE shops SET sync_open = 0, sync_cursor = '', synced_at = @now WHERE id = @id AND sync_open = 1 AND sync_run = @run;

-- Of these products, those that the local copy has and that no person is asked about.
-- name: KnownAmong :many
SELECT id FROM products WHERE products.shop_id = @shop_id AND products.id IN (SELECT value FROM json_each(@ids))
  AND products.id NOT IN (SELECT m.product_id FROM missing_products m WHERE m.shop_id = @shop_id);

-- name: CountProducts :one
SELECT count(*) AS known, (SELECT count(*) FROM missing_products m WHERE m.shop_id = @shop_id) AS missing
FROM products WHERE products.shop_id = @shop_id;
