-- +goose Up
-- What a draft was written with goes along with it to the shop.
ALTER TABLE revisions ADD COLUMN prompt_version TEXT NOT NULL DEFAULT ''; -- '' for a person's text
ALTER TABLE items ADD COLUMN model TEXT NOT NULL DEFAULT ''; -- the last that wrote; a person may have changed it since
ALTER TABLE items ADD COLUMN prompt_version TEXT NOT NULL DEFAULT '';
UPDATE items SET model = coalesce((
  SELECT r.name FROM revisions r WHERE r.item_row = items.row_id AND r.author = 'model' ORDER BY r.number DESC LIMIT 1), '');
ALTER TABLE publications ADD COLUMN model TEXT NOT NULL DEFAULT ''; -- '' for a text saved in the product editor
ALTER TABLE publications ADD COLUMN prompt_version TEXT NOT NULL DEFAULT '';
ALTER TABLE publications ADD COLUMN cost_usd REAL DEFAULT 0; -- of the draft; NULL where the model has no price
ALTER TABLE publications ADD COLUMN request_id TEXT NOT NULL DEFAULT ''; -- the shop's name for the last write
ALTER TABLE publications ADD COLUMN again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)); -- the undo of an undo
UPDATE publications SET model = coalesce((SELECT i.model FROM items i WHERE i.row_id = item_row), ''), cost_usd = CASE kind
  WHEN 'undo' THEN 0 ELSE (SELECT CASE i.priced WHEN 1 THEN i.cost_usd END FROM items i WHERE i.row_id = item_row) END
WHERE item_row IS NOT NULL;

-- The undo of an undo makes the draft published again.
INSERT INTO state_moves (machine, from_state, to_state) VALUES ('publish', 'undone', 'published');

-- Every publication that was begun and came to an end, as it was then. It refers to nothing, since it
-- outlives shops, jobs and products.
CREATE TABLE ledger (
  number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  publication_id TEXT NOT NULL UNIQUE,
  decided_at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('publish', 'undo')),
  again INTEGER NOT NULL CHECK (again IN (0, 1)),
  undoes TEXT NOT NULL, -- the publication that it takes back, '' for none
  result TEXT NOT NULL CHECK (result IN ('written', 'already_there', 'conflict', 'failed')),
  shop_id TEXT NOT NULL,
  shop_name TEXT NOT NULL COLLATE NOCASE,
  shop_domain TEXT NOT NULL,
  item_id TEXT NOT NULL, -- '' for a text saved in the product editor
  product_id TEXT NOT NULL,
  product_handle TEXT NOT NULL,
  product_title TEXT NOT NULL,
  image_id TEXT NOT NULL,
  field TEXT NOT NULL,
  person TEXT NOT NULL, -- who decided it
  written_by TEXT NOT NULL,
  model TEXT NOT NULL,
  prompt_version TEXT NOT NULL,
  cost_usd REAL, -- NULL where the model has no price
  request_id TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  error_code TEXT NOT NULL,
  error_message TEXT NOT NULL,
  -- SHA-256 of the texts; NULL where the field was never set, or never read, and in entries from before there was a ledger.
  before_sha256 TEXT,
  after_sha256 TEXT,
  before_known INTEGER NOT NULL CHECK (before_known IN (0, 1)),
  before TEXT,
  after TEXT,
  live_known INTEGER NOT NULL CHECK (live_known IN (0, 1)),
  live TEXT
);
CREATE INDEX ledger_by_shop ON ledger (shop_id, number, kind, again, result); -- serves the counts without touching the texts
CREATE INDEX ledger_undone ON ledger (undoes) WHERE undoes <> '';
INSERT INTO ledger (at, publication_id, decided_at, kind, again, undoes, result, shop_id, shop_name, shop_domain, item_id,
  product_id, product_handle, product_title, image_id, field, person, written_by, model, prompt_version, cost_usd, request_id,
  attempts, error_code, error_message, before_known, before, after, live_known, live)
SELECT p.finished_at, p.id, p.created_at, p.kind, p.again,
  coalesce(p.undoes, ''), CASE p.state WHEN 'published' THEN 'written' ELSE p.state END, p.shop_id, s.name, s.domain,
  coalesce(i.job_id || '/' || i.position, ''), p.product_id, p.product_handle, p.product_title, p.image_id, p.field,
  p.person, p.writer, p.model, p.prompt_version, p.cost_usd, p.request_id, p.attempts, p.error_code, p.error_message,
  p.before_known, p.before, p.after, p.live_known, p.live
FROM publications p JOIN shops s ON s.id = p.shop_id LEFT JOIN items i ON i.row_id = p.item_row
WHERE p.state IN ('published', 'conflict', 'failed')
ORDER BY p.finished_at, p.seq;

-- No program can edit the ledger.
-- +goose StatementBegin
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN
  SELECT RAISE(ABORT, 'the ledger is never edited');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN
  SELECT RAISE(ABORT, 'the ledger is never edited');
END;
-- +goose StatementEnd
-- INSERT OR REPLACE would pass by the two above.
-- +goose StatementBegin
CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM ledger WHERE publication_id = new.publication_id OR number = new.number) BEGIN
  SELECT RAISE(ABORT, 'the ledger is never edited');
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
