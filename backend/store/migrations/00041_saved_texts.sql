-- +goose Up
-- A text that was published from the product editor makes other drafts of its place conflicts.
INSERT INTO state_moves (machine, from_state, to_state) VALUES
  ('publish', 'unpublished', 'conflict'), ('publish', 'undone', 'conflict');

-- +goose Down
SELECT 'migrations go forward only';
