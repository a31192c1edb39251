-- +goose Up
-- What a person typed into a draft and did not save yet, so that neither a crash nor another window loses it.
CREATE TABLE edits (
  item_row INTEGER NOT NULL REFERENCES items (row_id) ON DELETE CASCADE,
  seat TEXT NOT NULL, -- the window or the browser's page that it was typed in
  revision INTEGER NOT NULL, -- that was edited
  content TEXT NOT NULL,
  person TEXT NOT NULL,
  typed_at INTEGER NOT NULL,
  PRIMARY KEY (item_row, seat)
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
