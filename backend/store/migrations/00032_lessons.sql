-- +goose Up
-- What was learned about a model of an endpoint (galley.Lesson, as JSON), so that the next start does not pay for it
-- again.
CREATE TABLE lessons (
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  lesson TEXT NOT NULL,
  learned_at INTEGER NOT NULL,
  PRIMARY KEY (base_url, model)
) WITHOUT ROWID;

-- Until when an open job waits for its endpoint, and why. A paused one goes on by itself then.
ALTER TABLE jobs ADD COLUMN waits_until INTEGER;
ALTER TABLE jobs ADD COLUMN waits_for TEXT NOT NULL DEFAULT '';
CREATE INDEX jobs_due ON jobs (waits_until) WHERE state = 'paused' AND waits_until IS NOT NULL;

-- +goose Down
SELECT 'migrations go forward only';
