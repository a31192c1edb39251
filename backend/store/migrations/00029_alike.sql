-- +goose Up
-- What is kept of texts to compare them with others: see package sameness. They are made again where the digest of
-- the text and its name is another one, or a draft has another revision.
CREATE TABLE text_prints (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  place_id TEXT NOT NULL,
  digest INTEGER NOT NULL,
  print BLOB NOT NULL,
  PRIMARY KEY (shop_id, field, place_id)
) WITHOUT ROWID;

CREATE TABLE draft_prints (
  item_row INTEGER NOT NULL PRIMARY KEY REFERENCES items (row_id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  print BLOB NOT NULL
);

-- Changes of a shop's texts of a field are counted, and which of them the prints know.
CREATE TABLE text_changes (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  changes INTEGER NOT NULL,
  printed INTEGER NOT NULL,
  PRIMARY KEY (shop_id, field)
) WITHOUT ROWID;

-- Groups of texts that a person kept, for exactly these texts.
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

-- A draft in a group that no person has kept. It stays out when all drafts are published.
ALTER TABLE items ADD COLUMN alike INTEGER NOT NULL DEFAULT 0 CHECK (alike IN (0, 1));
ALTER TABLE plan_items ADD COLUMN alike INTEGER NOT NULL DEFAULT 0 CHECK (alike IN (0, 1)); -- when the plan was made

-- Changes of a job's texts are counted, and which of them the last check knew.
ALTER TABLE jobs ADD COLUMN alike_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN alike_checked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN alike_texts INTEGER NOT NULL DEFAULT 0; -- drafts in groups that are open
ALTER TABLE jobs ADD COLUMN alike_groups INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN alike_kept INTEGER NOT NULL DEFAULT 0; -- groups that a person kept
UPDATE jobs SET alike_due = 1 WHERE id IN (SELECT job_id FROM items WHERE state = 'generated' AND publish_state <> 'published');
CREATE INDEX jobs_alike_due ON jobs (id) WHERE alike_due > alike_checked;

-- +goose StatementBegin
CREATE TRIGGER items_alike_due AFTER UPDATE OF content, state, decision ON items
WHEN (new.state = 'generated') <> (old.state = 'generated') OR new.state = 'generated' AND (
  new.content <> old.content OR (new.decision = 'rejected') <> (old.decision = 'rejected')
) BEGIN
  UPDATE jobs SET alike_due = alike_due + 1 WHERE id = new.job_id;
END;
-- +goose StatementEnd

DROP INDEX items_counts;
CREATE INDEX items_counts ON items (job_id, state, publish_state, decision, warned, since, alike, position);

-- How others begin that a draft must not be like, as JSON.
ALTER TABLE rewrites ADD COLUMN unlike TEXT NOT NULL DEFAULT '[]';

-- +goose Down
SELECT 'migrations go forward only';
