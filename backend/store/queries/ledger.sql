-- name: EnterLedger :exec
INSERT INTO ledger (at, publication_id, decided_at, kind, again, undoes, result, shop_id, shop_name, shop_domain, item_id,
  place_kind, place_id, place_handle, place_title, image_of, field, person, written_by, model, prompt_version, cost_usd, request_id,
  attempts, error_code, error_message, before_sha256, after_sha256, live_sha256, sibling_sha256, before_known, before, after, live_known, live,
  sibling_known, sibling, late)
SELECT p.finished_at, p.id, p.created_at, p.kind, p.again, coalesce(p.undoes, ''), @result, p.shop_id, s.name, s.domain, @item_id,
  p.place_kind, p.place_id, p.place_handle, p.place_title, p.image_of, p.field, p.person, p.writer, p.model, p.prompt_version,
  p.cost_usd, p.request_id, p.attempts, p.error_code, p.error_message, @before_sha256, @after_sha256, @live_sha256, @sibling_sha256,
  p.before_known, p.before, p.after, p.live_known, p.live, p.sibling_known, p.sibling, p.late
FROM publications p JOIN shops s ON s.id = p.shop_id WHERE p.id = @id;

-- name: LedgerShop :one
SELECT shop_id FROM ledger WHERE shop_name = @shop OR shop_id = @shop ORDER BY number DESC LIMIT 1;

-- name: LedgerPublication :one
SELECT publication_id FROM ledger WHERE number = @number;
