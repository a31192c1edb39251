-- +goose Up
-- Which revision of a draft was last shown to a person as a whole. What was shown before is not known, and counts as
-- not opened.
CREATE TABLE opened_drafts (
  item_row INTEGER NOT NULL PRIMARY KEY REFERENCES items (row_id) ON DELETE CASCADE,
  revision INTEGER NOT NULL
) WITHOUT ROWID;

-- Which drafts of its job a plan is about: '' for named ones, and for plans of earlier versions.
ALTER TABLE plans ADD COLUMN scope TEXT NOT NULL DEFAULT '';

-- A job that a person named keeps that name. An archived one has left the list.
ALTER TABLE jobs ADD COLUMN named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1));
ALTER TABLE jobs ADD COLUMN archived_at INTEGER;

-- +goose Down
SELECT 'migrations go forward only';
