-- name: KeyphrasesAt :many
SELECT * FROM keyphrases WHERE shop_id = @shop_id AND place_kind = @place_kind AND place_id = @place_id ORDER BY language;

-- name: SetKeyphrase :exec
INSERT INTO keyphrases (shop_id, place_kind, place_id, language, phrase, source, person, set_at, clicks, impressions, place)
VALUES (@shop_id, @place_kind, @place_id, @language, @phrase, @source, @person, @set_at, @clicks, @impressions, @place)
ON CONFLICT (shop_id, place_kind, place_id, language) DO UPDATE SET phrase = excluded.phrase, source = excluded.source,
  person = excluded.person, set_at = excluded.set_at, clicks = excluded.clicks, impressions = excluded.impressions, place = excluded.place;

-- name: RemoveKeyphrase :execrows
DELETE FROM keyphrases WHERE shop_id = @shop_id AND place_kind = @place_kind AND place_id = @place_id AND language = @language;

-- Each place once a language that it has a phrase in, or once.
-- name: ProductKeyphrases :many
SELECT p.id, p.handle, p.title, p.vendor, p.product_type,
  CAST(coalesce(k.language, '') AS TEXT) AS language, CAST(coalesce(k.phrase, '') AS TEXT) AS phrase,
  CAST(coalesce(k.source, 'none') AS TEXT) AS source, CAST(coalesce(k.person, '') AS TEXT) AS person,
  CAST(coalesce(k.set_at, 0) AS INTEGER) AS set_at, CAST(coalesce(k.clicks, 0) AS INTEGER) AS clicks,
  CAST(coalesce(k.impressions, 0) AS INTEGER) AS impressions, CAST(coalesce(k.place, 0) AS REAL) AS place
FROM products p LEFT JOIN keyphrases k ON k.shop_id = p.shop_id AND k.place_kind = 'product' AND k.place_id = p.id
WHERE p.shop_id = @shop_id ORDER BY p.title, p.id, language LIMIT @n OFFSET @skip;

-- name: CollectionKeyphrases :many
SELECT p.id, p.handle, p.title, '' AS vendor, '' AS product_type,
  CAST(coalesce(k.language, '') AS TEXT) AS language, CAST(coalesce(k.phrase, '') AS TEXT) AS phrase,
  CAST(coalesce(k.source, 'none') AS TEXT) AS source, CAST(coalesce(k.person, '') AS TEXT) AS person,
  CAST(coalesce(k.set_at, 0) AS INTEGER) AS set_at, CAST(coalesce(k.clicks, 0) AS INTEGER) AS clicks,
  CAST(coalesce(k.impressions, 0) AS INTEGER) AS impressions, CAST(coalesce(k.place, 0) AS REAL) AS place
FROM collections p LEFT JOIN keyphrases k ON k.shop_id = p.shop_id AND k.place_kind = 'collection' AND k.place_id = p.id
WHERE p.shop_id = @shop_id ORDER BY p.title, p.id, language LIMIT @n OFFSET @skip;
