-- Made by make queries from the migrations beside it. Never edited.
-- Without the full-text indexes: see migrations/00002_search.sql and 00052_large.sql.

CREATE TABLE absent_members (
  product_id TEXT NOT NULL,
  collection_row INTEGER NOT NULL,
  PRIMARY KEY (product_id, collection_row),
  FOREIGN KEY (collection_row, product_id) REFERENCES collection_products (collection_row, product_id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE answered_drafts (
  answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, -- of the item in its job
  was_revision INTEGER NOT NULL,
  revision INTEGER NOT NULL, -- that the answer left
  was_decision TEXT NOT NULL CHECK (was_decision IN ('open', 'approved', 'rejected')),
  product_id TEXT NOT NULL, -- that a fact was added to, '' for none
  noted_fact INTEGER NOT NULL, scoped_fact INTEGER NOT NULL DEFAULT 0, -- its id, 0 for none
  PRIMARY KEY (answer_id, position)
) WITHOUT ROWID;

CREATE TABLE answers (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('take_out', 'add_fact', 'keep')),
  rule TEXT NOT NULL,
  about TEXT NOT NULL, -- the words of the claim
  shop_fact TEXT NOT NULL, -- the line that was added to the facts of the shop, '' for none
  scoped_fact INTEGER NOT NULL, -- the id of the fact with a scope, 0 for none
  person TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  undone_at INTEGER
);

CREATE TABLE batch_requests (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  batch TEXT NOT NULL REFERENCES batches (key) ON DELETE CASCADE,
  reservation INTEGER NOT NULL, -- 0 once it is settled
  answer TEXT, -- JSON; NULL while it is with the endpoint
  original TEXT NOT NULL DEFAULT '', -- SHA-256 of the shop's text when it was asked
  PRIMARY KEY (job_id, position, number)
) WITHOUT ROWID;

CREATE TABLE batches (
  key TEXT NOT NULL PRIMARY KEY, -- ours: it goes along as metadata, so that a batch is found whose answer was lost
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- filling: not with the endpoint yet; sent: its file is there, and whether there is a batch is to be found out;
  -- open: the endpoint has the batch; read: it has ended, and its answers are in batch_requests
  state TEXT NOT NULL CHECK (state IN ('filling', 'sent', 'open', 'read')),
  requests INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0, -- as the endpoint counts while it is open, then what was read
  file_id TEXT NOT NULL DEFAULT '',
  batch_id TEXT NOT NULL DEFAULT '',
  missed INTEGER NOT NULL DEFAULT 0, -- how often the endpoint's list did not have it
  stopping INTEGER NOT NULL DEFAULT 0 CHECK (stopping IN (0, 1)), -- the endpoint was told to cancel it
  created_at INTEGER NOT NULL,
  latest_at INTEGER, -- when the endpoint ends it at the latest
  look_at INTEGER NOT NULL -- when it is looked at next
) WITHOUT ROWID;

CREATE TABLE changes (
  topic TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE collection_products (
  collection_row INTEGER NOT NULL REFERENCES collections (row_id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  PRIMARY KEY (collection_row, product_id)
) WITHOUT ROWID;

CREATE TABLE collection_syncs (
  shop_id TEXT NOT NULL PRIMARY KEY REFERENCES shops (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  cursor TEXT NOT NULL
, known_from INTEGER) WITHOUT ROWID;

CREATE TABLE collections (
  row_id INTEGER NOT NULL PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sync_run INTEGER NOT NULL,
  missing INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1)), -- the last whole sync did not find it
  handle TEXT NOT NULL,
  title TEXT NOT NULL,
  seo_title TEXT,
  meta_description TEXT,
  description_words INTEGER NOT NULL,
  product_count INTEGER NOT NULL,
  image_url TEXT NOT NULL,
  description_empty INTEGER NOT NULL CHECK (description_empty IN (0, 1)),
  seo_title_empty INTEGER NOT NULL CHECK (seo_title_empty IN (0, 1)),
  meta_description_empty INTEGER NOT NULL CHECK (meta_description_empty IN (0, 1)),
  updated_at INTEGER NOT NULL,
  read_at INTEGER NOT NULL, -- when it was last compared with the shop
  description_html TEXT NOT NULL, -- last: the long one
  UNIQUE (shop_id, id)
);

CREATE TABLE decision_times (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL,
  decided_at INTEGER NOT NULL
);

CREATE TABLE derived_phrases (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('product', 'collection')),
  place_id TEXT NOT NULL,
  phrase TEXT NOT NULL, -- '' where title and type give none
  PRIMARY KEY (shop_id, place_kind, place_id)
) WITHOUT ROWID;

CREATE TABLE draft_prints (
  item_row INTEGER NOT NULL PRIMARY KEY REFERENCES items (row_id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  print BLOB NOT NULL
);

CREATE TABLE edits (
  item_row INTEGER NOT NULL REFERENCES items (row_id) ON DELETE CASCADE,
  seat TEXT NOT NULL, -- the window or the browser's page that it was typed in
  revision INTEGER NOT NULL, -- that was edited
  content TEXT NOT NULL,
  person TEXT NOT NULL,
  typed_at INTEGER NOT NULL, turn INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (item_row, seat)
) WITHOUT ROWID;

CREATE TABLE estimates (
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  answers INTEGER NOT NULL, -- that were counted by the endpoint
  factor REAL NOT NULL CHECK (factor >= 1), -- of the worst of them, fading
  PRIMARY KEY (base_url, model)
) WITHOUT ROWID;

CREATE TABLE file_texts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  place_id TEXT NOT NULL, -- a product or an image
  value TEXT,
  PRIMARY KEY (shop_id, field, place_id)
) WITHOUT ROWID;

CREATE TABLE images (
  shop_id TEXT NOT NULL,
  product_row INTEGER NOT NULL REFERENCES products (row_id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  alt TEXT,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL, alt_empty INTEGER NOT NULL DEFAULT 0 CHECK (alt_empty IN (0, 1)),
  PRIMARY KEY (shop_id, id, product_row)
) WITHOUT ROWID;

CREATE TABLE instructions (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  field TEXT NOT NULL,
  shop_id TEXT REFERENCES shops (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL
);

CREATE TABLE item_changes (
  seq INTEGER NOT NULL PRIMARY KEY,
  item_row INTEGER NOT NULL
, part TEXT NOT NULL DEFAULT '', shop_id TEXT NOT NULL DEFAULT '', product_id TEXT NOT NULL DEFAULT '');

CREATE TABLE item_counts (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  to_review INTEGER NOT NULL,
  state TEXT NOT NULL,
  publish_state TEXT NOT NULL,
  decision TEXT NOT NULL,
  warned INTEGER NOT NULL,
  since TEXT NOT NULL,
  alike INTEGER NOT NULL,
  rewrite TEXT NOT NULL,
  low INTEGER NOT NULL, -- 0 but for drafts to review
  quarter INTEGER NOT NULL, -- quarters of an hour from 1970 to when it was written, 0 but for drafts to review
  n INTEGER NOT NULL,
  PRIMARY KEY (job_id, to_review, state, publish_state, decision, warned, since, alike, rewrite, low, quarter)
) WITHOUT ROWID;

CREATE TABLE items (
  row_id INTEGER NOT NULL PRIMARY KEY,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),
  shop_id TEXT NOT NULL,
  field TEXT NOT NULL,
  place_id TEXT NOT NULL,
  place_handle TEXT NOT NULL,
  place_title TEXT NOT NULL,
  image_of TEXT NOT NULL, -- '' but for alt text
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
  on_shop_known INTEGER NOT NULL DEFAULT 0 CHECK (on_shop_known IN (0, 1)), model TEXT NOT NULL DEFAULT '', prompt_version TEXT NOT NULL DEFAULT '', kept TEXT NOT NULL DEFAULT '[]', estimated INTEGER NOT NULL DEFAULT 0, content_sha256 TEXT, products TEXT NOT NULL DEFAULT '[]', since TEXT NOT NULL DEFAULT '' CHECK (since IN ('', 'changed', 'taken_over', 'replaced')), place_kind TEXT NOT NULL DEFAULT 'product', alike INTEGER NOT NULL DEFAULT 0 CHECK (alike IN (0, 1)), rewrite TEXT NOT NULL DEFAULT '' CHECK (rewrite IN ('', 'open', 'written')), score_total INTEGER, warning_count INTEGER NOT NULL DEFAULT 0, length INTEGER NOT NULL DEFAULT 0, to_review INTEGER GENERATED ALWAYS AS (
  state = 'generated' AND decision = 'open' AND publish_state IN ('unpublished', 'undone') AND rewrite <> 'open') VIRTUAL, low INTEGER GENERATED ALWAYS AS (coalesce(score_total < 80, 0)) VIRTUAL, off_length TEXT CHECK (off_length IN ('fits', 'short', 'long')),
  UNIQUE (job_id, position),
  CHECK (state = 'generated' OR publish_state = 'unpublished'), -- only a draft can go out
  CHECK (state <> 'generated' OR revision > 0)
);

CREATE TABLE jobs (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  field TEXT NOT NULL,
  strategy TEXT NOT NULL CHECK (strategy IN ('review', 'publish')),
  instructions TEXT NOT NULL,
  instructions_name TEXT NOT NULL, -- '' for words typed for this job
  only_empty INTEGER NOT NULL CHECK (only_empty IN (0, 1)),
  writer_kind TEXT NOT NULL,
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
  unpriced INTEGER NOT NULL DEFAULT 0, estimated INTEGER NOT NULL DEFAULT 0, other_usd REAL NOT NULL DEFAULT 0, profile TEXT NOT NULL DEFAULT '', selection TEXT NOT NULL DEFAULT '', sample INTEGER NOT NULL DEFAULT 0, compared_with TEXT NOT NULL DEFAULT '', compared_as TEXT NOT NULL DEFAULT '', alike_due INTEGER NOT NULL DEFAULT 0, alike_checked INTEGER NOT NULL DEFAULT 0, alike_texts INTEGER NOT NULL DEFAULT 0, alike_groups INTEGER NOT NULL DEFAULT 0, alike_kept INTEGER NOT NULL DEFAULT 0, unseen INTEGER NOT NULL DEFAULT 0 CHECK (unseen IN (0, 1)), waits_until INTEGER, waits_for TEXT NOT NULL DEFAULT '', named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)), archived_at INTEGER, in_batches INTEGER NOT NULL DEFAULT 0 CHECK (in_batches IN (0, 1)), batches_full INTEGER NOT NULL DEFAULT 0 CHECK (batches_full IN (0, 1)), -- drafts whose model has no price in the table
  
  CHECK ((state IN ('completed', 'cancelled', 'failed')) = (finished_at IS NOT NULL))
);

CREATE TABLE kept_groups (
  id TEXT NOT NULL, -- of the group when it was kept
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  kind TEXT NOT NULL,
  texts TEXT NOT NULL, -- JSON array: which texts of which places
  person TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, field, id)
) WITHOUT ROWID;

CREATE TABLE keyphrase_guesses (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('product', 'collection')),
  place_id TEXT NOT NULL,
  language TEXT NOT NULL, -- ISO 639-1, '' for the shop's own
  phrase TEXT NOT NULL CHECK (phrase <> ''),
  model TEXT NOT NULL,
  PRIMARY KEY (shop_id, place_kind, place_id, language)
) WITHOUT ROWID;

CREATE TABLE keyphrase_import_changes (
  import_id INTEGER NOT NULL REFERENCES keyphrase_imports (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL,
  place_id TEXT NOT NULL,
  language TEXT NOT NULL,
  phrase TEXT NOT NULL, -- as imported
  earlier TEXT NOT NULL, -- the keyphrase before as JSON, '' where there was none
  PRIMARY KEY (import_id, place_kind, place_id, language)
) WITHOUT ROWID;

CREATE TABLE keyphrase_imports (
  id INTEGER PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  person TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  taken INTEGER NOT NULL, -- phrases that were set
  taken_back INTEGER NOT NULL DEFAULT 0
, unknown TEXT NOT NULL DEFAULT '[]');

CREATE TABLE keyphrase_queries (
  import_id INTEGER NOT NULL REFERENCES keyphrase_imports (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL,
  place_id TEXT NOT NULL,
  language TEXT NOT NULL,
  query TEXT NOT NULL CHECK (query <> ''),
  clicks INTEGER NOT NULL,
  impressions INTEGER NOT NULL,
  place REAL NOT NULL, -- average position among search results, 0 where it is not known
  PRIMARY KEY (import_id, place_kind, place_id, language, query)
) WITHOUT ROWID;

CREATE TABLE keyphrases (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('product', 'collection')),
  place_id TEXT NOT NULL,
  language TEXT NOT NULL, -- ISO 639-1, '' for the shop's own
  phrase TEXT NOT NULL CHECK (phrase <> ''),
  source TEXT NOT NULL CHECK (source IN ('typed', 'imported', 'confirmed')),
  person TEXT NOT NULL, -- of an imported one the file's name
  set_at INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  impressions INTEGER NOT NULL,
  place REAL NOT NULL, -- average position among search results, 0 where it is not known
  PRIMARY KEY (shop_id, place_kind, place_id, language)
) WITHOUT ROWID;

CREATE TABLE leases (
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  expires_at INTEGER NOT NULL
, term INTEGER NOT NULL DEFAULT 15000, renewals INTEGER NOT NULL DEFAULT 0, stop_asked INTEGER NOT NULL DEFAULT 0 CHECK (stop_asked IN (0, 1))) WITHOUT ROWID;

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
  place_id TEXT NOT NULL,
  place_handle TEXT NOT NULL,
  place_title TEXT NOT NULL,
  image_of TEXT NOT NULL,
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
, sibling_known INTEGER NOT NULL DEFAULT 0 CHECK (sibling_known IN (0, 1)), sibling TEXT, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), live_sha256 TEXT, sibling_sha256 TEXT, place_kind TEXT NOT NULL DEFAULT 'product');

CREATE TABLE lessons (
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  lesson TEXT NOT NULL,
  learned_at INTEGER NOT NULL,
  PRIMARY KEY (base_url, model)
) WITHOUT ROWID;

CREATE TABLE missing_products (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  PRIMARY KEY (shop_id, product_id)
) WITHOUT ROWID;

CREATE TABLE noted_facts (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('added', 'corrected', 'struck')),
  sheet_row TEXT NOT NULL, -- the row of the sheet that is corrected or struck, '' for an addition
  attribute TEXT NOT NULL, -- '' for a sentence
  value TEXT NOT NULL,
  variant TEXT NOT NULL, -- that it is true of, '' for all
  was_attribute TEXT NOT NULL, -- of a corrected or struck row
  was_value TEXT NOT NULL,
  was_variant TEXT NOT NULL,
  why TEXT NOT NULL,
  supplier TEXT NOT NULL, -- the file or supplier, '' for a person
  person TEXT NOT NULL,
  noted_at INTEGER NOT NULL,
  CHECK ((state = 'added') = (sheet_row = '')),
  CHECK ((state = 'struck') = (value = ''))
);

CREATE TABLE opened_drafts (
  item_row INTEGER NOT NULL PRIMARY KEY REFERENCES items (row_id) ON DELETE CASCADE,
  revision INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE own_drafts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL, -- the product or collection in whose editor it was written
  place_id TEXT NOT NULL, -- the owner, or an image of it
  field TEXT NOT NULL,
  content TEXT NOT NULL,
  expected TEXT, -- the shop's text that it is to replace
  revision INTEGER NOT NULL,
  person TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, place_id, field)
) WITHOUT ROWID;

CREATE TABLE plan_items (
  plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, -- the order in which they are queued
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  item_row INTEGER REFERENCES items (row_id) ON DELETE CASCADE, -- NULL for a text that belongs to no job
  state TEXT NOT NULL DEFAULT '',
  publish_state TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 0,
  on_shop_known INTEGER NOT NULL DEFAULT 0, -- in a conflict: the text that it showed
  on_shop TEXT,
  last_write INTEGER NOT NULL DEFAULT 0, -- seq of the newest publication at that place, 0 for none
  publication TEXT NOT NULL DEFAULT '', -- that an undo takes back
  entry INTEGER NOT NULL DEFAULT 0, -- its number in the ledger, where that was named
  place_id TEXT NOT NULL,
  place_handle TEXT NOT NULL,
  place_title TEXT NOT NULL,
  image_of TEXT NOT NULL,
  field TEXT NOT NULL,
  expected TEXT, -- of a saved text: what the editor was opened with
  after TEXT, seen_at INTEGER, place_kind TEXT NOT NULL DEFAULT 'product', alike INTEGER NOT NULL DEFAULT 0 CHECK (alike IN (0, 1)), -- of a saved text
  PRIMARY KEY (plan, position)
) WITHOUT ROWID;

CREATE TABLE plan_jobs (
  plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  PRIMARY KEY (plan, job_id)
) WITHOUT ROWID;

CREATE TABLE "plans" (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('publish', 'undo', 'save', 'retry', 'put_back', 'release', 'withdraw')),
  shop_id TEXT REFERENCES shops (id) ON DELETE CASCADE, -- NULL for entries of several shops
  job_id INTEGER REFERENCES jobs (id) ON DELETE CASCADE, -- NULL for the product editor and for entries
  overwrite INTEGER NOT NULL DEFAULT 0 CHECK (overwrite IN (0, 1)),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1)),
  approved INTEGER NOT NULL DEFAULT 0 CHECK (approved IN (0, 1)),
  created_at INTEGER NOT NULL,
  confirmed_at INTEGER, -- NULL until a person confirmed it
  queued INTEGER NOT NULL DEFAULT 0 -- how many were, on confirmation
, scope TEXT NOT NULL DEFAULT '');

CREATE TABLE product_readings (
  product_row INTEGER NOT NULL PRIMARY KEY REFERENCES products (row_id) ON DELETE CASCADE,
  sync_run INTEGER NOT NULL, -- the last sync that found it
  read_at INTEGER -- when it was last compared with the shop
);

CREATE TABLE "product_tags" (
  shop_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  product_row INTEGER NOT NULL,
  PRIMARY KEY (shop_id, tag, product_row)
) WITHOUT ROWID;

CREATE TABLE products (
  row_id INTEGER NOT NULL PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
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
  description_html TEXT NOT NULL, title_empty INTEGER NOT NULL DEFAULT 0 CHECK (title_empty IN (0, 1)), description_empty INTEGER NOT NULL DEFAULT 0 CHECK (description_empty IN (0, 1)), seo_title_empty INTEGER NOT NULL DEFAULT 0 CHECK (seo_title_empty IN (0, 1)), meta_description_empty INTEGER NOT NULL DEFAULT 0 CHECK (meta_description_empty IN (0, 1)), category TEXT NOT NULL DEFAULT '', -- last: the long one
  UNIQUE (shop_id, id)
);

CREATE TABLE publications (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  item_row INTEGER REFERENCES items (row_id) ON DELETE CASCADE, -- NULL for a text saved in the product editor
  place_id TEXT NOT NULL,
  place_handle TEXT NOT NULL,
  place_title TEXT NOT NULL,
  image_of TEXT NOT NULL,
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
  finished_at INTEGER, model TEXT NOT NULL DEFAULT '', prompt_version TEXT NOT NULL DEFAULT '', cost_usd REAL DEFAULT 0, request_id TEXT NOT NULL DEFAULT '', again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)), slot TEXT NOT NULL DEFAULT '', sibling_known INTEGER NOT NULL DEFAULT 0 CHECK (sibling_known IN (0, 1)), sibling TEXT, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), plan TEXT NOT NULL DEFAULT '', held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)), place_kind TEXT NOT NULL DEFAULT 'product', urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
  CHECK (state <> 'published' OR (before_known = 1 AND live_known = 1))
);

CREATE TABLE published_texts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  place_id TEXT NOT NULL, -- a product or an image
  field TEXT NOT NULL,
  publication_id TEXT NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
  item_row INTEGER REFERENCES items (row_id) ON DELETE CASCADE, -- NULL for a text saved in the product editor
  live TEXT, -- as the shop had it once it was published, or the shop's text that a person took over
  taken_over INTEGER NOT NULL DEFAULT 0 CHECK (taken_over IN (0, 1)),
  changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1)),
  on_shop TEXT, -- while it is changed: what the shop has instead
  seen_at INTEGER, -- while it is changed: when that was seen first
  PRIMARY KEY (shop_id, place_id, field)
) WITHOUT ROWID;

CREATE TABLE reservations (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- never used twice: a late settlement must not meet another's
  holder TEXT NOT NULL, -- the open store that reserved
  job_id INTEGER NOT NULL, -- 0 for a test of the writer
  position INTEGER NOT NULL, -- of the item, 0 for none
  day TEXT NOT NULL, -- that it counts for
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost_usd REAL NOT NULL CHECK (cost_usd >= 0),
  price_input REAL, -- of a million tokens, NULL where the price is not known
  price_cached REAL,
  price_output REAL,
  reserved_at INTEGER NOT NULL
, shop_id TEXT NOT NULL DEFAULT '');

CREATE TABLE restorations (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL, -- when it was first opened
  copy_made_at INTEGER NOT NULL
);

CREATE TABLE revisions (
  item_row INTEGER NOT NULL REFERENCES items (row_id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  author TEXT NOT NULL CHECK (author IN ('model', 'person')),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL, prompt_version TEXT NOT NULL DEFAULT '', content_sha256 TEXT,
  PRIMARY KEY (item_row, number)
) WITHOUT ROWID;

CREATE TABLE rewrites (
  item_row INTEGER NOT NULL PRIMARY KEY REFERENCES items (row_id) ON DELETE CASCADE,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  batch INTEGER NOT NULL, -- those of a job that were open together
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'writing', 'paused', 'written', 'failed', 'cancelled')),
  revision INTEGER NOT NULL, -- that is to be replaced
  note TEXT NOT NULL,
  original TEXT, -- the text on the shop that the draft is for
  from_conflict INTEGER NOT NULL CHECK (from_conflict IN (0, 1)), -- original is the text that a conflict showed
  requested_at INTEGER NOT NULL,
  error_code TEXT NOT NULL DEFAULT '',
  error_message TEXT NOT NULL DEFAULT ''
, unlike TEXT NOT NULL DEFAULT '[]');

CREATE TABLE scoped_facts (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  scope TEXT NOT NULL CHECK (scope IN ('vendor', 'type', 'collection')),
  scope_value TEXT NOT NULL COLLATE NOCASE CHECK (scope_value <> ''),
  fact TEXT NOT NULL CHECK (fact <> ''),
  person TEXT NOT NULL,
  noted_at INTEGER NOT NULL
);

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE shop_notes (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, note)
) WITHOUT ROWID;

CREATE TABLE shop_settings (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (shop_id, key)
) WITHOUT ROWID;

CREATE TABLE shop_spend (
  shop_id TEXT NOT NULL,
  day TEXT NOT NULL, -- local date, as in spend
  cost_usd REAL NOT NULL,
  estimated INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (shop_id, day)
) WITHOUT ROWID;

CREATE TABLE shop_syncs (
  shop_id TEXT PRIMARY KEY REFERENCES shops (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('pages', 'list', 'changes')), -- of the last that was begun
  began_at INTEGER NOT NULL, -- when it was
  changes_from INTEGER, -- what changed before has been read; NULL: the next sync reads all products
  whole_at INTEGER, -- when the last began that read all products
  list_id TEXT NOT NULL DEFAULT '', -- the list of products that the shop writes for it
  list_at INTEGER -- when that was asked for
) WITHOUT ROWID;

CREATE TABLE shops (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  kind TEXT NOT NULL,
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
, sign_in TEXT NOT NULL DEFAULT ''
  CHECK (sign_in IN ('', 'token', 'client_credentials', 'authorization_code')), client_id TEXT NOT NULL DEFAULT '', halted_at INTEGER, try_at INTEGER, facts TEXT NOT NULL DEFAULT '', missing INTEGER NOT NULL DEFAULT 0, profile TEXT NOT NULL DEFAULT '', unknown_fields TEXT NOT NULL DEFAULT '[]', file_run INTEGER NOT NULL DEFAULT 0);

CREATE TABLE spend (
  day TEXT NOT NULL PRIMARY KEY, -- local date, 2026-11-23
  cost_usd REAL NOT NULL
, estimated INTEGER NOT NULL DEFAULT 0, other_usd REAL NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE state_moves (
  machine TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (machine, from_state, to_state)
) WITHOUT ROWID;

CREATE TABLE step_drafts (
  step_id INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
  item_row INTEGER NOT NULL REFERENCES items (row_id) ON DELETE CASCADE,
  was_revision INTEGER NOT NULL,
  was_decision TEXT NOT NULL CHECK (was_decision IN ('open', 'approved', 'rejected')),
  was_kept TEXT NOT NULL, -- JSON, the keys of the warnings that are put aside
  revision INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('open', 'approved', 'rejected')),
  kept TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  PRIMARY KEY (step_id, item_row)
) WITHOUT ROWID;

CREATE TABLE steps (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('decide', 'edit', 'keep')),
  done_at INTEGER NOT NULL
);

CREATE TABLE text_changes (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  changes INTEGER NOT NULL,
  printed INTEGER NOT NULL,
  PRIMARY KEY (shop_id, field)
) WITHOUT ROWID;

CREATE TABLE text_prints (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  place_id TEXT NOT NULL,
  digest INTEGER NOT NULL,
  print BLOB NOT NULL,
  PRIMARY KEY (shop_id, field, place_id)
) WITHOUT ROWID;

CREATE TABLE typed_texts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL, -- the product or collection in whose editor it was typed
  seat TEXT NOT NULL, -- the window or the browser's page that it was typed in
  turn INTEGER NOT NULL,
  texts TEXT NOT NULL, -- JSON
  person TEXT NOT NULL,
  typed_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, owner_id, seat)
) WITHOUT ROWID;

CREATE TABLE watches (
  id INTEGER NOT NULL PRIMARY KEY,
  publication_id TEXT NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
  shop_id TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  looks INTEGER NOT NULL DEFAULT 0,
  look_at INTEGER NOT NULL
);

CREATE TABLE word_index (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  up_to INTEGER NOT NULL
);

CREATE TABLE written_products (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  score INTEGER, -- NULL where the draft has none
  PRIMARY KEY (shop_id, product_id)
) WITHOUT ROWID;

CREATE VIEW listed_publications AS
SELECT p.*, i.job_id, i.position FROM publications p LEFT JOIN items i ON i.row_id = p.item_row;

CREATE VIEW changed_texts AS
SELECT t.publication_id, t.shop_id, t.item_row, t.field, t.live, t.on_shop, t.seen_at,
  p.place_kind, t.place_id, p.place_handle, p.place_title, p.image_of, p.person, p.finished_at, p.job_id, p.position
FROM published_texts t JOIN listed_publications p ON p.id = t.publication_id
WHERE t.changed = 1;

CREATE VIEW drafts_of_products AS
SELECT row_id, shop_id, place_id AS product_id FROM items WHERE state = 'generated' AND image_of = ''
UNION ALL
SELECT row_id, shop_id, image_of FROM items WHERE state = 'generated' AND image_of <> '';

CREATE INDEX answers_by_job ON answers (job_id, id);

CREATE INDEX batch_requests_of_batches ON batch_requests (batch);

CREATE INDEX batch_requests_open ON batch_requests (job_id, position) WHERE answer IS NULL;

CREATE INDEX batches_due ON batches (look_at) WHERE state IN ('sent', 'open');

CREATE INDEX batches_of_jobs ON batches (job_id, state);

CREATE INDEX changes_by_seq ON changes (seq);

CREATE INDEX collection_products_by_product ON collection_products (product_id);

CREATE INDEX collections_by_handle ON collections (shop_id, handle);

CREATE INDEX collections_by_title ON collections (shop_id, title COLLATE NOCASE, row_id);

CREATE INDEX decision_times_by_person ON decision_times (person, id);

CREATE INDEX images_by_product ON images (product_row, position);

CREATE UNIQUE INDEX instructions_by_name ON instructions (field, coalesce(shop_id, ''), name);

CREATE INDEX items_by_place ON items (place_id, job_id) WHERE state = 'generated';

CREATE INDEX items_by_product_of_image ON items (image_of, job_id) WHERE state = 'generated' AND image_of <> '';

CREATE INDEX items_failed ON items (job_id, error_code, error_message, publish_state) WHERE state = 'failed' OR publish_state = 'failed';

CREATE INDEX items_generating ON items (job_id) WHERE state = 'generating';

CREATE INDEX items_listed ON items (job_id, state, publish_state, decision, warned, since, alike, rewrite, position,
  score_total, warning_count, length, written_at);

CREATE INDEX items_missing ON items (job_id, state, error_code) WHERE state = 'skipped' AND error_code = 'shop_missing';

CREATE INDEX items_off_length ON items (job_id, off_length, position) WHERE off_length IN ('short', 'long');

CREATE INDEX items_owned ON items (job_id, CASE WHEN image_of <> '' THEN image_of ELSE place_id END);

CREATE INDEX items_rows ON items (job_id) WHERE row_id > 0;

CREATE INDEX items_to_review ON items (shop_id)
  WHERE state = 'generated' AND decision <> 'rejected' AND publish_state NOT IN ('published', 'failed');

CREATE INDEX items_unmeasured ON items (row_id) WHERE off_length IS NULL AND state = 'generated';

CREATE INDEX items_without_sum ON items (row_id) WHERE content_sha256 IS NULL AND content <> '';

CREATE INDEX jobs_alike_due ON jobs (id) WHERE alike_due > alike_checked;

CREATE INDEX jobs_by_shop ON jobs (shop_id, id);

CREATE INDEX jobs_due ON jobs (waits_until) WHERE state = 'paused' AND waits_until IS NOT NULL;

CREATE INDEX jobs_open ON jobs (shop_id, id) WHERE state IN ('queued', 'running', 'paused');

CREATE INDEX keyphrase_imports_by_shop ON keyphrase_imports (shop_id, id);

CREATE INDEX keyphrases_by_phrase ON keyphrases (shop_id, place_kind, language, phrase COLLATE NOCASE);

CREATE INDEX ledger_by_shop ON ledger (shop_id, number, kind, again, result);

CREATE INDEX ledger_undone ON ledger (undoes) WHERE undoes <> '';

CREATE INDEX noted_facts_by_product ON noted_facts (shop_id, product_id, id);

CREATE UNIQUE INDEX noted_facts_by_row ON noted_facts (shop_id, product_id, sheet_row) WHERE sheet_row <> '';

CREATE INDEX own_drafts_by_owner ON own_drafts (shop_id, owner_id);

CREATE INDEX plan_items_by_item ON plan_items (item_row);

CREATE INDEX plan_items_by_shop ON plan_items (shop_id);

CREATE INDEX plan_jobs_by_job ON plan_jobs (job_id);

CREATE INDEX plans_by_job ON plans (job_id, confirmed_at) WHERE confirmed_at IS NOT NULL;

CREATE INDEX plans_unconfirmed ON plans (created_at) WHERE confirmed_at IS NULL;

CREATE INDEX products_by_handle ON products (shop_id, handle);

CREATE INDEX products_listed ON products (shop_id, title COLLATE NOCASE, row_id, id, vendor, product_type, status,
  description_words, coalesce(length(seo_title), 0), coalesce(length(meta_description), 0), images, images_with_alt,
  title_empty, description_empty, seo_title_empty, meta_description_empty, updated_at);

CREATE INDEX publications_by_item ON publications (item_row, seq);

CREATE INDEX publications_by_place ON publications (shop_id, place_id, seq);

CREATE INDEX publications_by_plan ON publications (plan, state, kind) WHERE plan <> '';

CREATE INDEX publications_by_product_of_image ON publications (shop_id, image_of, seq) WHERE image_of <> '';

CREATE INDEX publications_by_slot ON publications (shop_id, slot, seq);

CREATE INDEX publications_finished ON publications (shop_id, finished_at) WHERE finished_at IS NOT NULL;

CREATE INDEX publications_first ON publications (shop_id, urgent DESC, seq) WHERE state IN ('queued', 'publishing');

CREATE UNIQUE INDEX publications_one_open ON publications (item_row)
  WHERE state IN ('queued', 'publishing') AND item_row IS NOT NULL;

CREATE INDEX publications_open ON publications (shop_id, seq) WHERE state IN ('queued', 'publishing');

CREATE INDEX publications_undoes ON publications (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX published_texts_by_item ON published_texts (item_row) WHERE item_row IS NOT NULL;

CREATE INDEX published_texts_by_publication ON published_texts (publication_id);

CREATE INDEX reservations_by_day ON reservations (day);

CREATE INDEX reservations_by_job ON reservations (job_id);

CREATE INDEX revisions_without_sum ON revisions (item_row, number) WHERE content_sha256 IS NULL;

CREATE INDEX rewrites_by_job ON rewrites (job_id, batch, state);

CREATE INDEX rewrites_open ON rewrites (job_id, position) WHERE state IN ('queued', 'writing', 'paused');

CREATE UNIQUE INDEX scoped_facts_once ON scoped_facts (shop_id, scope, scope_value, fact);

CREATE INDEX step_drafts_by_item ON step_drafts (item_row, step_id);

CREATE INDEX watches_due ON watches (look_at);

CREATE INDEX watches_of_publication ON watches (publication_id);

CREATE TRIGGER collections_derived_phrase AFTER DELETE ON collections BEGIN
  DELETE FROM derived_phrases WHERE shop_id = old.shop_id AND place_kind = 'collection' AND place_id = old.id;
END;

CREATE TRIGGER images_narrowed AFTER INSERT ON images
WHEN EXISTS (SELECT 1 FROM published_texts t WHERE t.shop_id = new.shop_id AND t.place_id = new.id) BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, 'history' FROM products p JOIN drafts_of_products d ON d.product_id = p.id AND d.shop_id = p.shop_id
  WHERE p.row_id = new.product_row;
END;

CREATE TRIGGER item_counts_none AFTER UPDATE OF n ON item_counts WHEN new.n = 0 BEGIN
  DELETE FROM item_counts
  WHERE job_id = new.job_id AND to_review = new.to_review AND state = new.state AND publish_state = new.publish_state AND decision = new.decision
    AND warned = new.warned AND since = new.since AND alike = new.alike AND rewrite = new.rewrite AND low = new.low AND quarter = new.quarter;
END;

CREATE TRIGGER items_alike_due AFTER UPDATE OF content, state, decision ON items
WHEN (new.state = 'generated') <> (old.state = 'generated') OR new.state = 'generated' AND (
  new.content <> old.content OR (new.decision = 'rejected') <> (old.decision = 'rejected')
) BEGIN
  UPDATE jobs SET alike_due = alike_due + 1 WHERE id = new.job_id;
END;

CREATE TRIGGER items_changed AFTER UPDATE OF job_id, state, publish_state, decision, revision, warnings, since, alike, on_shop, on_shop_known, rewrite ON items
WHEN new.state <> 'generating' AND
  (old.job_id, old.state, old.publish_state, old.decision, old.revision, old.warnings, old.since, old.alike, old.on_shop, old.on_shop_known, old.rewrite)
  IS NOT (new.job_id, new.state, new.publish_state, new.decision, new.revision, new.warnings, new.since, new.alike, new.on_shop, new.on_shop_known, new.rewrite)
BEGIN
  INSERT INTO item_changes (item_row) VALUES (new.row_id);
END;

CREATE TRIGGER items_content_sum AFTER UPDATE OF content ON items
WHEN new.content <> old.content AND new.content_sha256 IS old.content_sha256 BEGIN
  SELECT RAISE(ABORT, 'a text was changed without its checksum');
END;

CREATE TRIGGER items_counted AFTER INSERT ON items BEGIN
  INSERT INTO item_counts VALUES (new.job_id, new.to_review, new.state, new.publish_state, new.decision, new.warned, new.since, new.alike, new.rewrite,
    CASE new.to_review WHEN 1 THEN new.low ELSE 0 END, CASE new.to_review WHEN 1 THEN coalesce(new.written_at, 0) / 900000 ELSE 0 END, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER items_decision_moves BEFORE UPDATE OF decision ON items
WHEN old.decision <> new.decision AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'decision' AND from_state = old.decision AND to_state = new.decision
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of decision state');
END;

CREATE TRIGGER items_publish_state_moves BEFORE UPDATE OF publish_state ON items
WHEN old.publish_state <> new.publish_state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'publish' AND from_state = old.publish_state AND to_state = new.publish_state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of publish state');
END;

CREATE TRIGGER items_recounted AFTER UPDATE ON items
WHEN (old.job_id, old.state, old.publish_state, old.decision, old.warned, old.since, old.alike, old.rewrite, old.low, old.written_at)
  IS NOT (new.job_id, new.state, new.publish_state, new.decision, new.warned, new.since, new.alike, new.rewrite, new.low, new.written_at)
BEGIN
  UPDATE item_counts SET n = n - 1
  WHERE job_id = old.job_id AND to_review = old.to_review AND state = old.state AND publish_state = old.publish_state AND decision = old.decision
    AND warned = old.warned AND since = old.since AND alike = old.alike AND rewrite = old.rewrite
    AND low = CASE old.to_review WHEN 1 THEN old.low ELSE 0 END
    AND quarter = CASE old.to_review WHEN 1 THEN coalesce(old.written_at, 0) / 900000 ELSE 0 END;
  INSERT INTO item_counts VALUES (new.job_id, new.to_review, new.state, new.publish_state, new.decision, new.warned, new.since, new.alike, new.rewrite,
    CASE new.to_review WHEN 1 THEN new.low ELSE 0 END, CASE new.to_review WHEN 1 THEN coalesce(new.written_at, 0) / 900000 ELSE 0 END, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER items_state_moves BEFORE UPDATE OF state ON items
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'item' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of item state');
END;

CREATE TRIGGER items_uncounted AFTER DELETE ON items BEGIN
  UPDATE item_counts SET n = n - 1
  WHERE job_id = old.job_id AND to_review = old.to_review AND state = old.state AND publish_state = old.publish_state AND decision = old.decision
    AND warned = old.warned AND since = old.since AND alike = old.alike AND rewrite = old.rewrite
    AND low = CASE old.to_review WHEN 1 THEN old.low ELSE 0 END
    AND quarter = CASE old.to_review WHEN 1 THEN coalesce(old.written_at, 0) / 900000 ELSE 0 END;
END;

CREATE TRIGGER items_written AFTER UPDATE OF state, score ON items
WHEN new.state = 'generated' AND new.place_kind <> 'collection' BEGIN
  INSERT INTO written_products (shop_id, product_id, score)
  VALUES (new.shop_id, CASE WHEN new.image_of <> '' THEN new.image_of ELSE new.place_id END, json_extract(new.score, '$.total'))
  ON CONFLICT DO UPDATE SET score = excluded.score;
END;

CREATE TRIGGER jobs_gone BEFORE DELETE ON jobs WHEN old.cost_usd <> 0 BEGIN
  UPDATE spend SET other_usd = other_usd + old.cost_usd WHERE day = (SELECT max(day) FROM spend);
END;

CREATE TRIGGER jobs_state_moves BEFORE UPDATE OF state ON jobs
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'job' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of job state');
END;

CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN
  SELECT RAISE(ABORT, 'the ledger is never edited');
END;

CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM ledger WHERE publication_id = new.publication_id OR number = new.number) BEGIN
  SELECT RAISE(ABORT, 'the ledger is never edited');
END;

CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN
  SELECT RAISE(ABORT, 'the ledger is never edited');
END;

CREATE TRIGGER members_absent AFTER INSERT ON collection_products WHEN NOT EXISTS (
  SELECT 1 FROM collections c JOIN products p ON p.shop_id = c.shop_id AND p.id = new.product_id WHERE c.row_id = new.collection_row
) BEGIN
  INSERT OR IGNORE INTO absent_members (product_id, collection_row) VALUES (new.product_id, new.collection_row);
END;

CREATE TRIGGER members_narrowed AFTER INSERT ON collection_products BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, 'collection' FROM drafts_of_products d
  WHERE d.product_id = new.product_id AND d.shop_id = (SELECT shop_id FROM collections WHERE row_id = new.collection_row);
END;

CREATE TRIGGER products_absent AFTER DELETE ON products BEGIN
  INSERT OR IGNORE INTO absent_members (product_id, collection_row)
  SELECT m.product_id, m.collection_row FROM collection_products m JOIN collections c ON c.row_id = m.collection_row
  WHERE m.product_id = old.id AND c.shop_id = old.shop_id;
END;

CREATE TRIGGER products_derived_phrase AFTER DELETE ON products BEGIN
  DELETE FROM derived_phrases WHERE shop_id = old.shop_id AND place_kind = 'product' AND place_id = old.id;
END;

CREATE TRIGGER products_narrowed AFTER UPDATE OF status, vendor, product_type, tags, description_words, title_empty, description_empty,
  seo_title_empty, meta_description_empty, images, images_with_alt ON products
WHEN (old.status, old.vendor, old.product_type, old.tags) IS NOT (new.status, new.vendor, new.product_type, new.tags)
  OR new.description_words < old.description_words
  OR new.title_empty > old.title_empty OR new.description_empty > old.description_empty OR new.seo_title_empty > old.seo_title_empty
  OR new.meta_description_empty > old.meta_description_empty OR (new.images_with_alt < new.images) > (old.images_with_alt < old.images)
BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, c.part FROM drafts_of_products d JOIN (
    SELECT 'status' AS part, old.status IS NOT new.status AS moved
    UNION ALL SELECT 'vendor', old.vendor IS NOT new.vendor
    UNION ALL SELECT 'type', old.product_type IS NOT new.product_type
    UNION ALL SELECT 'tag', old.tags IS NOT new.tags
    UNION ALL SELECT 'length', new.description_words < old.description_words
    UNION ALL SELECT 'without', new.title_empty > old.title_empty OR new.description_empty > old.description_empty
      OR new.seo_title_empty > old.seo_title_empty OR new.meta_description_empty > old.meta_description_empty
      OR (new.images_with_alt < new.images) > (old.images_with_alt < old.images)
  ) c ON c.moved
  WHERE d.product_id = new.id AND d.shop_id = new.shop_id;
END;

CREATE TRIGGER products_retagged AFTER UPDATE OF tags ON products WHEN new.tags <> old.tags BEGIN
  DELETE FROM product_tags WHERE shop_id = old.shop_id AND product_row = old.row_id AND tag IN (SELECT value FROM json_each(old.tags));
  INSERT INTO product_tags (shop_id, tag, product_row)
  SELECT DISTINCT new.shop_id, value, new.row_id FROM json_each(new.tags) WHERE value <> '';
END;

CREATE TRIGGER products_untagged AFTER DELETE ON products WHEN old.tags <> '[]' BEGIN
  DELETE FROM product_tags WHERE shop_id = old.shop_id AND product_row = old.row_id AND tag IN (SELECT value FROM json_each(old.tags));
END;

CREATE TRIGGER publications_state_moves BEFORE UPDATE OF state ON publications
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'publication' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of publication state');
END;

CREATE TRIGGER published_narrowed AFTER INSERT ON published_texts BEGIN
  INSERT INTO item_changes (item_row, part)
  SELECT d.row_id, 'history' FROM drafts_of_products d
  WHERE d.shop_id = new.shop_id AND d.product_id IN (
    SELECT new.place_id UNION SELECT p.id FROM images i JOIN products p ON p.row_id = i.product_row WHERE i.shop_id = new.shop_id AND i.id = new.place_id);
END;

CREATE TRIGGER rewrites_begun AFTER INSERT ON rewrites BEGIN
  UPDATE items SET rewrite = CASE WHEN new.state IN ('queued', 'writing', 'paused') THEN 'open' WHEN new.state = 'written' THEN 'written' ELSE '' END
  WHERE row_id = new.item_row;
END;

CREATE TRIGGER rewrites_gone AFTER DELETE ON rewrites BEGIN
  UPDATE items SET rewrite = '' WHERE row_id = old.item_row;
END;

CREATE TRIGGER rewrites_moved AFTER UPDATE OF state ON rewrites BEGIN
  UPDATE items SET rewrite = CASE WHEN new.state IN ('queued', 'writing', 'paused') THEN 'open' WHEN new.state = 'written' THEN 'written' ELSE '' END
  WHERE row_id = new.item_row;
END;

CREATE TRIGGER rewrites_state_moves BEFORE UPDATE OF state ON rewrites
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'rewrite' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of rewrite state');
END;

CREATE TRIGGER scored_narrowed AFTER UPDATE OF score ON written_products WHEN new.score < coalesce(old.score, 101) BEGIN
  INSERT INTO item_changes (item_row, part, shop_id, product_id) VALUES (0, 'score', new.shop_id, new.product_id);
END;

CREATE TRIGGER shop_spend_removed AFTER DELETE ON shops BEGIN
  DELETE FROM shop_spend WHERE shop_id = OLD.id;
END;
