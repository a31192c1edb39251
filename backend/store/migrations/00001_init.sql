-- +goose Up
-- Times are milliseconds since 1970 in UTC. Money is in US dollars.
-- The state rules are the tables of backend/galley/states.go; a test holds both against each other.

CREATE TABLE shops (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('shopify', 'demo', 'file')),
  domain TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  currency TEXT NOT NULL,
  plan TEXT NOT NULL DEFAULT 'max' CHECK (plan IN ('free', 'pro', 'max')), -- what the agency sold
  created_at INTEGER NOT NULL,
  synced_at INTEGER,
  -- A sync in progress: its number, and the cursor of the page to read next.
  sync_run INTEGER NOT NULL DEFAULT 0,
  sync_open INTEGER NOT NULL DEFAULT 0 CHECK (sync_open IN (0, 1)),
  sync_cursor TEXT NOT NULL DEFAULT '',
  sync_done INTEGER NOT NULL DEFAULT 0,
  sync_total INTEGER NOT NULL DEFAULT 0,
  -- Why the outbox of the shop waits, '' while it does not.
  halt_code TEXT NOT NULL DEFAULT '',
  halt_message TEXT NOT NULL DEFAULT ''
);

CREATE TABLE products (
  row_id INTEGER NOT NULL PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sync_run INTEGER NOT NULL,
  digest BLOB NOT NULL, -- of the whole product, so that an unchanged one costs no write
  handle TEXT NOT NULL,
  title TEXT NOT NULL,
  vendor TEXT NOT NULL,
  product_type TEXT NOT NULL,
  status TEXT NOT NULL,
  tags TEXT NOT NULL, -- JSON array
  skus TEXT NOT NULL, -- JSON array
  seo_title TEXT,
  meta_description TEXT,
  description_words INTEGER NOT NULL,
  images INTEGER NOT NULL,
  images_with_alt INTEGER NOT NULL,
  image_url TEXT NOT NULL, -- the first picture
  variant_count INTEGER NOT NULL,
  price_min TEXT NOT NULL,
  price_max TEXT NOT NULL,
  currency TEXT NOT NULL,
  url TEXT NOT NULL,
  options TEXT NOT NULL, -- JSON
  metafields TEXT NOT NULL, -- JSON
  updated_at INTEGER NOT NULL,
  description_html TEXT NOT NULL, -- last: the long one
  UNIQUE (shop_id, id)
);
CREATE INDEX products_by_title ON products (shop_id, title COLLATE NOCASE, row_id);
CREATE INDEX products_by_handle ON products (shop_id, handle);

CREATE TABLE images (
  shop_id TEXT NOT NULL,
  product_row INTEGER NOT NULL REFERENCES products (row_id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  alt TEXT,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  PRIMARY KEY (shop_id, id, product_row)
) WITHOUT ROWID;
CREATE INDEX images_by_product ON images (product_row, position);

CREATE TABLE jobs (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('bulk_generation', 'alt_text')),
  field TEXT NOT NULL CHECK (field IN ('title', 'description', 'seo_title', 'meta_description', 'alt_text')),
  strategy TEXT NOT NULL CHECK (strategy IN ('review', 'publish')),
  instructions TEXT NOT NULL,
  instructions_name TEXT NOT NULL, -- '' for words typed for this job
  only_empty INTEGER NOT NULL CHECK (only_empty IN (0, 1)),
  writer_kind TEXT NOT NULL CHECK (writer_kind IN ('template', 'openai')),
  writer_base_url TEXT NOT NULL,
  writer_model TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'completed', 'cancelled', 'failed')),
  reason_code TEXT NOT NULL DEFAULT '',
  reason_message TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER,
  input_tokens INTEGER NOT NULL DEFAULT 0,
  output_tokens INTEGER NOT NULL DEFAULT 0,
  cached_tokens INTEGER NOT NULL DEFAULT 0,
  cost_usd REAL NOT NULL DEFAULT 0,
  unpriced INTEGER NOT NULL DEFAULT 0, -- drafts whose model has no price in the table
  CHECK ((field = 'alt_text') = (type = 'alt_text')),
  CHECK ((state IN ('completed', 'cancelled', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX jobs_by_shop ON jobs (shop_id, id);
CREATE INDEX jobs_open ON jobs (shop_id, id) WHERE state IN ('queued', 'running', 'paused');

CREATE TABLE items (
  row_id INTEGER NOT NULL PRIMARY KEY,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),
  shop_id TEXT NOT NULL,
  field TEXT NOT NULL,
  product_id TEXT NOT NULL,
  product_handle TEXT NOT NULL,
  product_title TEXT NOT NULL,
  image_id TEXT NOT NULL, -- '' but for alt text
  image_url TEXT NOT NULL, -- the image, or the product's first picture
  state TEXT NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'generating', 'generated', 'failed', 'skipped', 'cancelled')),
  publish_state TEXT NOT NULL DEFAULT 'unpublished'
    CHECK (publish_state IN ('unpublished', 'queued', 'publishing', 'published', 'failed', 'conflict', 'undone')),
  decision TEXT NOT NULL DEFAULT 'open' CHECK (decision IN ('open', 'approved', 'rejected')),
  held_back INTEGER NOT NULL DEFAULT 0 CHECK (held_back IN (0, 1)),
  warned INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 0,
  written_by TEXT NOT NULL DEFAULT '',
  written_at INTEGER,
  published_at INTEGER,
  input_tokens INTEGER NOT NULL DEFAULT 0,
  output_tokens INTEGER NOT NULL DEFAULT 0,
  cached_tokens INTEGER NOT NULL DEFAULT 0,
  cost_usd REAL NOT NULL DEFAULT 0,
  priced INTEGER NOT NULL DEFAULT 1 CHECK (priced IN (0, 1)),
  error_code TEXT NOT NULL DEFAULT '',
  error_message TEXT NOT NULL DEFAULT '',
  saw_picture INTEGER NOT NULL DEFAULT 0 CHECK (saw_picture IN (0, 1)),
  score TEXT, -- JSON
  warnings TEXT NOT NULL DEFAULT '[]', -- JSON
  content TEXT NOT NULL DEFAULT '',
  original TEXT, -- what the shop had when the draft was written; NULL where the field was never set
  on_shop TEXT, -- in a conflict: what the shop has instead
  on_shop_known INTEGER NOT NULL DEFAULT 0 CHECK (on_shop_known IN (0, 1)),
  UNIQUE (job_id, position),
  CHECK (state = 'generated' OR publish_state = 'unpublished'), -- only a draft can go out
  CHECK (state <> 'generated' OR revision > 0)
);
-- Serves the counts of a job without touching the rows.
CREATE INDEX items_counts ON items (job_id, state, publish_state, decision, warned, position);
CREATE INDEX items_by_product ON items (product_id, job_id) WHERE state = 'generated';
CREATE INDEX items_to_review ON items (shop_id)
  WHERE state = 'generated' AND decision <> 'rejected' AND publish_state NOT IN ('published', 'failed');

CREATE TABLE revisions (
  item_row INTEGER NOT NULL REFERENCES items (row_id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  author TEXT NOT NULL CHECK (author IN ('model', 'person')),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (item_row, number)
) WITHOUT ROWID;

-- The outbox and its history: a row is a write to a shop, decided and then done.
CREATE TABLE publications (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  item_row INTEGER REFERENCES items (row_id) ON DELETE CASCADE, -- NULL for a text saved in the product editor
  product_id TEXT NOT NULL,
  product_handle TEXT NOT NULL,
  product_title TEXT NOT NULL,
  image_id TEXT NOT NULL,
  field TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('publish', 'undo')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'publishing', 'published', 'conflict', 'failed', 'withdrawn')),
  expected TEXT, -- what the shop must still have
  before_known INTEGER NOT NULL DEFAULT 0 CHECK (before_known IN (0, 1)),
  before TEXT, -- what it had just before the write
  after TEXT, -- what was to be written
  live_known INTEGER NOT NULL DEFAULT 0 CHECK (live_known IN (0, 1)),
  live TEXT, -- what was read back
  person TEXT NOT NULL,
  writer TEXT NOT NULL,
  undoes TEXT REFERENCES publications (id) ON DELETE SET NULL,
  error_code TEXT NOT NULL DEFAULT '',
  error_message TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  started_at INTEGER, -- the last attempt
  finished_at INTEGER,
  CHECK (state <> 'published' OR (before_known = 1 AND live_known = 1))
);
CREATE INDEX publications_open ON publications (shop_id, seq) WHERE state IN ('queued', 'publishing');
CREATE UNIQUE INDEX publications_one_open ON publications (item_row)
  WHERE state IN ('queued', 'publishing') AND item_row IS NOT NULL;
CREATE INDEX publications_by_item ON publications (item_row, seq);
CREATE INDEX publications_by_product ON publications (shop_id, product_id, seq);
CREATE INDEX publications_undoes ON publications (undoes) WHERE undoes IS NOT NULL;

-- Instructions that were saved by name, for one field, and one shop or (NULL) all.
CREATE TABLE instructions (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  field TEXT NOT NULL CHECK (field IN ('title', 'description', 'seo_title', 'meta_description', 'alt_text')),
  shop_id TEXT REFERENCES shops (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX instructions_by_name ON instructions (field, coalesce(shop_id, ''), name);

-- The texts that were published to a file shop, over those in its file.
CREATE TABLE file_texts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  target TEXT NOT NULL, -- a product or an image
  value TEXT,
  PRIMARY KEY (shop_id, field, target)
) WITHOUT ROWID;

-- The holder of a lease works the thing it names; a dead holder loses it when it expires.
CREATE TABLE leases (
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Cost of writing per local day, for the daily cap.
CREATE TABLE spend (
  day TEXT NOT NULL PRIMARY KEY, -- local date, 2026-11-23
  cost_usd REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- What moved last, by topic, so that every window on this home can follow.
CREATE TABLE changes (
  topic TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX changes_by_seq ON changes (seq);

-- The moves that the state machines allow; the triggers below refuse any other.
CREATE TABLE state_moves (
  machine TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (machine, from_state, to_state)
) WITHOUT ROWID;
INSERT INTO state_moves (machine, from_state, to_state) VALUES
  ('job', 'queued', 'running'),
  ('job', 'queued', 'paused'),
  ('job', 'queued', 'cancelled'),
  ('job', 'queued', 'failed'),
  ('job', 'running', 'paused'),
  ('job', 'running', 'completed'),
  ('job', 'running', 'cancelled'),
  ('job', 'running', 'failed'),
  ('job', 'paused', 'running'),
  ('job', 'paused', 'cancelled'),
  ('job', 'completed', 'queued'),
  ('job', 'cancelled', 'queued'),
  ('job', 'failed', 'queued'),
  ('item', 'pending', 'generating'),
  ('item', 'pending', 'cancelled'),
  ('item', 'pending', 'skipped'),
  ('item', 'generating', 'generated'),
  ('item', 'generating', 'failed'),
  ('item', 'generating', 'skipped'),
  ('item', 'generating', 'cancelled'),
  ('item', 'generating', 'pending'),
  ('item', 'failed', 'pending'),
  ('publish', 'unpublished', 'queued'),
  ('publish', 'queued', 'publishing'),
  ('publish', 'queued', 'unpublished'),
  ('publish', 'publishing', 'published'),
  ('publish', 'publishing', 'conflict'),
  ('publish', 'publishing', 'failed'),
  ('publish', 'publishing', 'queued'),
  ('publish', 'published', 'undone'),
  ('publish', 'undone', 'unpublished'),
  ('publish', 'conflict', 'queued'),
  ('publish', 'conflict', 'unpublished'),
  ('publish', 'failed', 'queued'),
  ('publish', 'failed', 'unpublished'),
  ('decision', 'open', 'approved'),
  ('decision', 'open', 'rejected'),
  ('decision', 'approved', 'open'),
  ('decision', 'approved', 'rejected'),
  ('decision', 'rejected', 'open'),
  ('decision', 'rejected', 'approved'),
  ('publication', 'queued', 'publishing'),
  ('publication', 'queued', 'withdrawn'),
  ('publication', 'publishing', 'published'),
  ('publication', 'publishing', 'conflict'),
  ('publication', 'publishing', 'failed'),
  ('publication', 'publishing', 'queued');
-- +goose StatementBegin
CREATE TRIGGER jobs_state_moves BEFORE UPDATE OF state ON jobs
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'job' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of job state');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER items_state_moves BEFORE UPDATE OF state ON items
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'item' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of item state');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER items_publish_state_moves BEFORE UPDATE OF publish_state ON items
WHEN old.publish_state <> new.publish_state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'publish' AND from_state = old.publish_state AND to_state = new.publish_state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of publish state');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER items_decision_moves BEFORE UPDATE OF decision ON items
WHEN old.decision <> new.decision AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'decision' AND from_state = old.decision AND to_state = new.decision
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of decision state');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER publications_state_moves BEFORE UPDATE OF state ON publications
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'publication' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of publication state');
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
