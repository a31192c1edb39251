-- name: KeyphrasesAt :many
SELECT * FROM keyphrases WHERE shop_id = @shop_id AND place_kind = @place_kind AND place_id IN (SELECT value FROM json_each(@places)) ORDER BY language;

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

-- Languages that a shop has phrases in, and how many.
-- name: KeyphraseLanguages :many
SELECT language, count(*) AS n FROM keyphrases WHERE shop_id = @shop_id AND place_kind = @place_kind GROUP BY language ORDER BY language;

-- name: GuessesOf :many
SELECT * FROM keyphrase_guesses WHERE shop_id = @shop_id AND place_kind = @place_kind AND place_id IN (SELECT value FROM json_each(@places));

-- name: GuessAt :one
SELECT phrase FROM keyphrase_guesses
WHERE shop_id = @shop_id AND place_kind = @place_kind AND place_id = @place_id AND language = @language;

-- name: SetGuess :exec
INSERT INTO keyphrase_guesses (shop_id, place_kind, place_id, language, phrase, model)
VALUES (@shop_id, @place_kind, @place_id, @language, @phrase, @model)
ON CONFLICT (shop_id, place_kind, place_id, language) DO UPDATE SET phrase = excluded.phrase, model = excluded.model;

-- name: RemoveGuess :execrows
DELETE FROM keyphrase_guesses WHERE shop_id = @shop_id AND place_kind = @place_kind AND place_id = @place_id AND language = @language;

-- name: AddKeyphraseImport :one
INSERT INTO keyphrase_imports (shop_id, file, person, created_at, taken, unknown)
VALUES (@shop_id, @file, @person, @created_at, @taken, @unknown) RETURNING id;

-- name: CountKeyphraseImport :exec
UPDATE keyphrase_imports SET taken = @taken WHERE id = @id;

-- name: AddKeyphraseImportChange :exec
INSERT INTO keyphrase_import_changes (import_id, place_kind, place_id, language, phrase, earlier)
VALUES (@import_id, @place_kind, @place_id, @language, @phrase, @earlier);

-- name: LatestKeyphraseImport :one
SELECT * FROM keyphrase_imports WHERE shop_id = @shop_id AND taken_back = 0 ORDER BY id DESC LIMIT 1;

-- name: KeyphraseImportChanges :many
SELECT * FROM keyphrase_import_changes WHERE import_id = @import_id;

-- name: TakeBackKeyphraseImport :execrows
UPDATE keyphrase_imports SET taken_back = 1 WHERE id = @id AND shop_id = @shop_id AND taken_back = 0;

-- What title and type give as a guess.
-- name: SetDerivedPhrase :exec
INSERT INTO derived_phrases (shop_id, place_kind, place_id, phrase) VALUES (@shop_id, @place_kind, @place_id, @phrase)
ON CONFLICT (shop_id, place_kind, place_id) DO UPDATE SET phrase = excluded.phrase WHERE phrase <> excluded.phrase;

-- name: DiscardGuesses :execrows
DELETE FROM keyphrase_guesses WHERE shop_id = @shop_id AND place_kind = @place_kind AND language = @language;

-- name: AddKeyphraseQueries :exec
INSERT INTO keyphrase_queries (import_id, place_kind, place_id, language, query, clicks, impressions, place)
SELECT @import_id, json_extract(x.value, '$.kind'), json_extract(x.value, '$.id'), json_extract(x.value, '$.language'),
  json_extract(x.value, '$.query'), json_extract(x.value, '$.clicks'), json_extract(x.value, '$.impressions'), json_extract(x.value, '$.place')
FROM json_each(@queries) x WHERE true
ON CONFLICT DO NOTHING;

-- Searches of places, those of the latest import first, then by clicks and impressions.
-- name: KeyphraseQueriesOf :many
SELECT q.place_id, q.language, q.query, q.clicks, q.impressions, q.place FROM keyphrase_imports i
JOIN keyphrase_queries q ON q.import_id = i.id AND q.place_kind = @place_kind
  AND q.place_id IN (SELECT value FROM json_each(@places)) AND q.language = @language
WHERE i.shop_id = @shop_id AND i.taken_back = 0
ORDER BY i.id DESC, q.clicks DESC, q.impressions DESC, q.query;
