-- +goose Up
-- A claim that a person answered once for drafts of a job, and what that changed, so that it can be taken back.
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
CREATE INDEX answers_by_job ON answers (job_id, id);

CREATE TABLE answered_drafts (
  answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, -- of the item in its job
  was_revision INTEGER NOT NULL,
  revision INTEGER NOT NULL, -- that the answer left
  was_decision TEXT NOT NULL CHECK (was_decision IN ('open', 'approved', 'rejected')),
  product_id TEXT NOT NULL, -- that a fact was added to, '' for none
  noted_fact INTEGER NOT NULL, -- its id, 0 for none
  PRIMARY KEY (answer_id, position)
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
