-- +goose Up
-- Plans: exactly which drafts and texts a Publish, Undo, Save or Retry will write. A person
-- confirms a plan, and what is not in it is not written.
CREATE TABLE plans (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('publish', 'undo', 'save', 'retry')),
  shop_id TEXT REFERENCES shops (id) ON DELETE CASCADE, -- NULL for entries of several shops
  job_id INTEGER REFERENCES jobs (id) ON DELETE CASCADE, -- NULL for the product editor and for entries
  overwrite INTEGER NOT NULL DEFAULT 0 CHECK (overwrite IN (0, 1)),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1)),
  approved INTEGER NOT NULL DEFAULT 0 CHECK (approved IN (0, 1)),
  created_at INTEGER NOT NULL,
  confirmed_at INTEGER, -- NULL until a person confirmed it
  queued INTEGER NOT NULL DEFAULT 0 -- how many were, on confirmation
);
CREATE INDEX plans_by_job ON plans (job_id, confirmed_at) WHERE confirmed_at IS NOT NULL;
CREATE INDEX plans_unconfirmed ON plans (created_at) WHERE confirmed_at IS NULL;

-- What a plan names, as it was when the plan was made. It is compared on confirmation and then deleted.
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
  product_id TEXT NOT NULL,
  product_handle TEXT NOT NULL,
  product_title TEXT NOT NULL,
  image_id TEXT NOT NULL,
  field TEXT NOT NULL,
  expected TEXT, -- of a saved text: what the editor was opened with
  after TEXT, -- of a saved text
  PRIMARY KEY (plan, position)
) WITHOUT ROWID;
CREATE INDEX plan_items_by_item ON plan_items (item_row);
CREATE INDEX plan_items_by_shop ON plan_items (shop_id);

-- The plan that decided a publication, '' where that was before there were plans.
ALTER TABLE publications ADD COLUMN plan TEXT NOT NULL DEFAULT '';
CREATE INDEX publications_by_plan ON publications (plan, state, kind) WHERE plan <> '';

-- +goose Down
SELECT 'migrations go forward only';
