-- What caps of a month, and of a shop, count. A request under way at the turn of a day or month counts on both sides,
-- and days that are still to come count too: a clock that was set back makes no room.

-- name: SpentSince :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) AS cost_usd, CAST(coalesce(sum(estimated), 0) AS INTEGER) AS estimated
FROM spend WHERE day >= @day;

-- name: ReservedInAll :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations;

-- name: AbandonedInAll :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations
WHERE instr(holder, '/') > 0 AND holder NOT IN (SELECT holder FROM leases);

-- name: ShopSpentSince :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) AS cost_usd, CAST(coalesce(sum(estimated), 0) AS INTEGER) AS estimated
FROM shop_spend WHERE shop_id = @shop_id AND day >= @day;

-- name: ReservedForShop :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations WHERE shop_id = @shop_id;

-- name: AbandonedForShop :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations
WHERE shop_id = @shop_id AND instr(holder, '/') > 0 AND holder NOT IN (SELECT holder FROM leases);

-- name: AddShopSpend :exec
INSERT INTO shop_spend (shop_id, day, cost_usd, estimated)
SELECT s.id, CAST(@day AS TEXT), CAST(@cost_usd AS REAL), CAST(@estimated AS BOOLEAN) FROM shops s WHERE s.id = @shop_id
ON CONFLICT (shop_id, day) DO UPDATE SET cost_usd = cost_usd + excluded.cost_usd, estimated = estimated + excluded.estimated;

-- name: ShopSettings :many
SELECT key, value FROM shop_settings WHERE shop_id = @shop_id;

-- name: PutShopSetting :exec
INSERT INTO shop_settings (shop_id, key, value) VALUES (@shop_id, @key, @value)
ON CONFLICT (shop_id, key) DO UPDATE SET value = excluded.value;

-- name: DropShopSetting :exec
DELETE FROM shop_settings WHERE shop_id = @shop_id AND key = @key;

-- name: PlanShop :one
SELECT coalesce(p.shop_id, j.shop_id, '') FROM plans p LEFT JOIN jobs j ON j.id = p.job_id WHERE p.id = @id;
