-- +goose Up
-- Requests to have drafts written again. The draft stays as it is until another one is saved.
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
);
CREATE INDEX rewrites_by_job ON rewrites (job_id, batch, state);
CREATE INDEX rewrites_open ON rewrites (job_id, position) WHERE state IN ('queued', 'writing', 'paused');

INSERT INTO state_moves (machine, from_state, to_state) VALUES
  ('rewrite', 'queued', 'writing'), ('rewrite', 'queued', 'paused'), ('rewrite', 'queued', 'cancelled'),
  ('rewrite', 'writing', 'written'), ('rewrite', 'writing', 'failed'), ('rewrite', 'writing', 'cancelled'),
  ('rewrite', 'writing', 'queued'), ('rewrite', 'writing', 'paused'),
  ('rewrite', 'paused', 'queued'), ('rewrite', 'paused', 'failed'), ('rewrite', 'paused', 'cancelled'),
  ('rewrite', 'written', 'queued'), ('rewrite', 'failed', 'queued'), ('rewrite', 'cancelled', 'queued');

-- +goose StatementBegin
CREATE TRIGGER rewrites_state_moves BEFORE UPDATE OF state ON rewrites
WHEN old.state <> new.state AND NOT EXISTS (
  SELECT 1 FROM state_moves WHERE machine = 'rewrite' AND from_state = old.state AND to_state = new.state
) BEGIN
  SELECT RAISE(ABORT, 'illegal move of rewrite state');
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
