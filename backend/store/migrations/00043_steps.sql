-- +goose Up
-- What people did to drafts, newest last, so that it can be undone and redone. Publications are not here.
CREATE TABLE steps (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('decide', 'edit', 'keep')),
  done_at INTEGER NOT NULL
);

-- Each draft of a step as it was and as the step left it. The texts are in its revisions.
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
CREATE INDEX step_drafts_by_item ON step_drafts (item_row, step_id);

-- +goose Down
SELECT 'migrations go forward only';
