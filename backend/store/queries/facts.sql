-- name: NotedFactsOf :many
SELECT * FROM noted_facts WHERE shop_id = @shop_id AND product_id IN (SELECT value FROM json_each(@products)) ORDER BY id;

-- name: InsertNotedFact :one
INSERT INTO noted_facts (shop_id, product_id, state, sheet_row, attribute, value, variant, was_attribute, was_value, was_variant,
  why, supplier, person, noted_at)
VALUES (@shop_id, @product_id, @state, @sheet_row, @attribute, @value, @variant, @was_attribute, @was_value, @was_variant,
  @why, @supplier, @person, @noted_at)
RETURNING id;

-- name: DeleteNotedFact :execrows
DELETE FROM noted_facts WHERE shop_id = @shop_id AND product_id = @product_id AND id = @id;

-- name: DeleteNotedRow :execrows
DELETE FROM noted_facts WHERE shop_id = @shop_id AND product_id = @product_id AND sheet_row = @sheet_row AND sheet_row <> '';

-- name: ScopedFacts :many
SELECT * FROM scoped_facts WHERE shop_id = @shop_id ORDER BY scope, scope_value, id;

-- Which facts of a vendor, type or collection are true of which products.
-- name: ScopedFactsOfProducts :many
SELECT p.id AS product_id, sqlc.embed(f) FROM scoped_facts f JOIN products p ON p.shop_id = f.shop_id
WHERE f.shop_id = @shop_id AND p.id IN (SELECT value FROM json_each(@products)) AND (
  f.scope = 'vendor' AND f.scope_value = p.vendor OR f.scope = 'type' AND f.scope_value = p.product_type
  OR f.scope = 'collection' AND f.scope_value IN (SELECT c.handle FROM collection_products m JOIN collections c ON c.row_id = m.collection_row
    WHERE c.shop_id = f.shop_id AND m.product_id = p.id))
ORDER BY f.id;

-- name: ScopedFactsOfCollection :many
SELECT * FROM scoped_facts WHERE shop_id = @shop_id AND scope = 'collection' AND scope_value = @handle ORDER BY id;

-- name: InsertScopedFact :one
INSERT INTO scoped_facts (shop_id, scope, scope_value, fact, person, noted_at)
VALUES (@shop_id, @scope, @scope_value, @fact, @person, @noted_at)
ON CONFLICT DO NOTHING RETURNING id;

-- name: DeleteScopedFact :execrows
DELETE FROM scoped_facts WHERE shop_id = @shop_id AND id = @id;

-- The published texts at a product with its images, or at a collection, that a model wrote and the shop still has.
-- name: WrittenTextsAt :many
SELECT t.field, t.live, p.place_kind, p.place_id, p.model FROM published_texts t JOIN publications p ON p.id = t.publication_id
WHERE t.shop_id = @shop_id AND t.place_id IN (SELECT value FROM json_each(@places)) AND t.changed = 0 AND t.taken_over = 0 AND p.model <> '';

-- What was on the shop before each text, oldest first.
-- name: WritesAt :many
SELECT p.field, p.before, p.live, p.place_id, p.model, p.kind, p.again FROM publications p
WHERE p.shop_id = @shop_id AND p.place_id IN (SELECT value FROM json_each(@places)) AND p.state = 'published' ORDER BY p.seq;

-- Drafts that a person may still change, of products or a collection that facts of a scope are true of.
-- name: DraftsInScope :many
SELECT i.job_id, i.position FROM items i
WHERE i.shop_id = @shop_id AND i.state = 'generated' AND i.decision <> 'rejected' AND i.publish_state NOT IN ('published', 'failed')
  AND i.publish_state NOT IN ('queued', 'publishing')
  AND (CAST(@scope AS TEXT) = 'collection' AND i.place_kind = 'collection' AND i.place_handle = @scope_value
    OR CASE i.place_kind WHEN 'image' THEN i.image_of ELSE i.place_id END IN (
      SELECT p.id FROM products p WHERE p.shop_id = @shop_id AND (
        CAST(@scope AS TEXT) = 'vendor' AND p.vendor = @scope_value COLLATE NOCASE OR CAST(@scope AS TEXT) = 'type' AND p.product_type = @scope_value COLLATE NOCASE)
      UNION ALL
      SELECT m.product_id FROM collection_products m JOIN collections c ON c.row_id = m.collection_row
      WHERE CAST(@scope AS TEXT) = 'collection' AND c.shop_id = @shop_id AND c.handle = @scope_value))
ORDER BY i.job_id, i.position;
