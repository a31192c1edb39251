-- Whether the item may be queued is the rule of galley.ItemStatus.Can, asked in the same transaction.
-- name: QueueItem :execrows
UPDATE items SET publish_state = 'queued', error_code = '', error_message = '', held_back = 0 WHERE row_id = @row_id;

-- name: ReopenUndone :exec
UPDATE items SET publish_state = 'unpublished' WHERE row_id = @row_id AND publish_state = 'undone';

-- name: InsertPublication :exec
INSERT INTO publications (id, shop_id, item_row, place_kind, place_id, place_handle, place_title, image_of, field, slot, kind, state,
  expected, after, person, writer, model, prompt_version, cost_usd, undoes, again, plan, created_at)
VALUES (@id, @shop_id, @item_row, @place_kind, @place_id, @place_handle, @place_title, @image_of, @field, @slot, @kind, 'queued',
  @expected, @after, @person, @writer, @model, @prompt_version, @cost_usd, @undoes, @again, @plan, @created_at);

-- What a person sent alone or with few others goes before what was queued in bulk.
-- name: HurryPlan :exec
UPDATE publications SET urgent = 1 WHERE plan = @plan AND plan <> '' AND state = 'queued';

-- The first n to go, urgent ones before others, and all others for the places of these.
-- name: OpenPublications :many
SELECT * FROM listed_publications p
WHERE p.shop_id = @shop_id AND p.state = @state AND (p.held = 0 OR p.state <> 'queued') AND p.place_id IN (
  SELECT q.place_id FROM publications q
  WHERE q.shop_id = @shop_id AND q.state IN ('queued', 'publishing') AND q.state = @state
    AND (q.held = 0 OR q.state <> 'queued') ORDER BY q.urgent DESC, q.seq LIMIT @n)
ORDER BY p.seq;

-- The slots of what a person waits for, by the index of what goes first.
-- name: UrgentSlots :many
SELECT p.slot FROM publications p
WHERE p.shop_id = @shop_id AND p.urgent = 1 AND p.state IN ('queued', 'publishing') AND p.state = 'queued' AND p.held = 0
ORDER BY p.seq LIMIT 50;

-- name: ShopsWithOpenPublications :many
SELECT DISTINCT shop_id FROM publications WHERE state IN ('queued', 'publishing') AND (held = 0 OR state = 'publishing');

-- A time to try again that is too far off comes from a clock that was set back. A refused sign-in is
-- not tried again automatically: a person asks for it (try_at is NULL then), or signs in again.
-- name: ShopsToTry :many
SELECT DISTINCT p.shop_id FROM publications p JOIN shops s ON s.id = p.shop_id
WHERE p.state IN ('queued', 'publishing') AND (p.held = 0 OR p.state = 'publishing') AND (s.try_at IS NULL
  OR s.halt_code <> 'shop_token' AND (s.try_at <= @now OR s.try_at > @latest));

-- name: OpenByJob :many
SELECT i.job_id, j.name, CAST(coalesce(j.field, '') AS TEXT) AS field, count(*) AS waiting, CAST(total(p.kind = 'undo') AS INTEGER) AS undos
FROM publications p LEFT JOIN items i ON i.row_id = p.item_row LEFT JOIN jobs j ON j.id = i.job_id
WHERE p.shop_id = @shop_id AND p.state IN ('queued', 'publishing')
GROUP BY i.job_id ORDER BY min(p.seq);

-- name: StartPublication :execrows
UPDATE publications SET state = 'publishing', attempts = attempts + 1, started_at = @started_at,
  before_known = @before_known, before = @before, sibling_known = @sibling_known, sibling = @sibling
WHERE id = @id AND state = 'queued' AND held = 0;

-- name: RestartPublication :execrows
UPDATE publications SET started_at = @started_at,
  before_known = @before_known, before = @before, sibling_known = @sibling_known, sibling = @sibling
WHERE id = @id AND state = 'publishing' AND attempts = @attempts AND held = 0;

-- name: RequeuePublication :execrows
UPDATE publications SET state = 'queued' WHERE id = @id AND state = 'publishing';

-- name: SettlePublication :execrows
UPDATE publications SET state = @state, before_known = @before_known, before = @before,
  live_known = @live_known, live = @live, error_code = @error_code, error_message = @error_message,
  request_id = @request_id, finished_at = @finished_at, sibling_known = @sibling_known, sibling = @sibling
WHERE id = @id AND state = 'publishing';

-- name: LastWritesAt :many
SELECT p.field, p.before, p.live, p.finished_at FROM publications p
WHERE p.shop_id = @shop_id AND p.slot = @slot AND p.state = 'published' AND p.seq = (
  SELECT max(q.seq) FROM publications q
  WHERE q.shop_id = p.shop_id AND q.slot = p.slot AND q.field = p.field AND q.state = 'published');

-- name: InsertLatePublication :exec
INSERT INTO publications (id, shop_id, item_row, place_kind, place_id, place_handle, place_title, image_of, field, slot, kind, state,
  expected, before_known, before, after, live_known, live, sibling_known, sibling, person, writer, model, prompt_version, cost_usd,
  undoes, again, late, request_id, attempts, created_at, started_at, finished_at)
SELECT @new_id, shop_id, item_row, place_kind, place_id, place_handle, place_title, image_of, field, slot, kind, 'published',
  expected, 1, @before, after, 1, @live, sibling_known, sibling, person, writer, model, prompt_version, 0,
  undoes, again, 1, request_id, 1, created_at, @started_at, @finished_at
FROM publications o WHERE o.id = @id;

-- name: MoveItemPublish :execrows
UPDATE items SET publish_state = @publish_state, error_code = @error_code, error_message = @error_message,
  on_shop_known = @on_shop_known, on_shop = @on_shop, published_at = coalesce(@published_at, published_at)
WHERE row_id = @row_id;

-- name: NoteItemError :exec
UPDATE items SET error_code = @error_code, error_message = @error_message WHERE row_id = @row_id;

-- name: WithdrawPublications :many
UPDATE publications SET state = 'withdrawn', finished_at = @finished_at
WHERE publications.state IN ('queued', 'publishing') AND publications.state = 'queued' AND publications.shop_id = @shop_id AND (item_row IN (
  SELECT i.row_id FROM items i WHERE i.job_id = @job_id
    AND (json_array_length(CAST(@positions AS TEXT)) = 0 OR i.position IN (SELECT value FROM json_each(@positions)))) OR @job_id = 0)
  AND (plan = @plan OR @plan = '')
RETURNING item_row, kind;

-- name: WaitingOf :one
SELECT count(*) FROM publications p JOIN items i ON i.row_id = p.item_row
WHERE i.job_id = @job_id AND p.state IN ('queued', 'publishing') AND (p.held = 0 OR p.state = 'publishing');

-- name: PublicationsOf :many
SELECT * FROM listed_publications p
WHERE p.item_row = (SELECT i.row_id FROM items i WHERE i.job_id = @job_id AND i.position = @position) ORDER BY p.seq;

-- name: SetOriginal :exec
UPDATE items SET original = @original WHERE row_id = @row_id;

-- name: ItemStates :many
SELECT i.position, i.state, i.publish_state, i.decision, i.revision, i.warned, i.since, i.alike, i.error_code, i.on_shop_known, i.on_shop,
  CAST(EXISTS (SELECT 1 FROM opened_drafts o WHERE o.item_row = i.row_id AND o.revision = i.revision) AS BOOLEAN) AS opened,
  CAST(coalesce(i.original, '') <> '' AS BOOLEAN) AS replaces,
  CAST(coalesce((SELECT p.state FROM publications p
                 WHERE p.item_row = i.row_id AND p.state IN ('queued', 'publishing')), '') AS TEXT) AS write,
  CAST(EXISTS (SELECT 1 FROM rewrites r WHERE r.item_row = i.row_id AND r.state IN ('queued', 'writing', 'paused')) AS BOOLEAN) AS rewriting,
  CAST(CASE i.place_kind
    WHEN 'image' THEN NOT EXISTS (SELECT 1 FROM images m WHERE m.shop_id = i.shop_id AND m.id = i.place_id)
    WHEN 'collection' THEN NOT EXISTS (SELECT 1 FROM collections c WHERE c.shop_id = i.shop_id AND c.id = i.place_id)
    ELSE NOT EXISTS (SELECT 1 FROM products p WHERE p.shop_id = i.shop_id AND p.id = i.place_id) END AS BOOLEAN) AS gone
FROM items i WHERE i.job_id = @job_id ORDER BY i.position;

-- Of a product: its own, and those of its images.
-- name: PublicationsAtPlace :many
SELECT * FROM listed_publications p
WHERE p.seq IN (
  SELECT a.seq FROM publications a WHERE a.shop_id = @shop_id AND a.place_id = @place_id
  UNION ALL SELECT b.seq FROM publications b WHERE b.shop_id = @shop_id AND b.image_of <> '' AND b.image_of = @place_id
  UNION ALL SELECT c.seq FROM products o JOIN images m ON m.product_row = o.row_id JOIN publications c ON c.shop_id = o.shop_id AND c.place_id = m.id
  WHERE o.shop_id = @shop_id AND o.id = @place_id)
ORDER BY p.seq DESC;

-- name: Publication :one
SELECT * FROM listed_publications p
WHERE p.id = @id;

-- name: OpenAtPlace :one
SELECT count(*) FROM publications
WHERE shop_id = @shop_id AND field = @field AND place_id = @place_id
  AND state IN ('queued', 'publishing');

-- The last write to its place, with none queued or being sent: its earlier text can be put back.
-- name: Undoable :many
SELECT p.id FROM publications p WHERE p.id IN (SELECT value FROM json_each(@ids)) AND (p.state = 'published' OR p.state = 'conflict' AND p.error_code = 'shop_readback')
  AND p.before_known = 1 AND NOT EXISTS (
    SELECT 1 FROM publications o WHERE o.shop_id = p.shop_id AND o.slot = p.slot
      AND o.field = p.field AND (o.state IN ('queued', 'publishing') OR o.state = 'published' AND o.seq > p.seq));

-- name: UndoneBy :one
SELECT count(*) FROM publications WHERE undoes = @id AND state IN ('queued', 'publishing', 'published');

-- Drafts of a place that a text published from the product editor overtakes: undecided or approved, not on the shop,
-- with nothing queued, and with another text.
-- name: OvertakenDrafts :many
SELECT i.* FROM items i
WHERE i.place_id = @place_id AND i.shop_id = @shop_id AND i.field = @field AND i.row_id IS NOT @but AND i.state = 'generated'
  AND i.decision <> 'rejected' AND i.publish_state IN ('unpublished', 'undone', 'conflict') AND i.content <> @live
  AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.item_row = i.row_id AND p.state IN ('queued', 'publishing'));

-- Whether a person published the text from the product editor.
-- name: FromEditor :one
SELECT count(*) FROM plans WHERE id = @plan AND kind = 'save';
