-- +goose Up
-- Plans also put changed texts back, and release or withdraw what is held since a restore. SQLite changes
-- no CHECK, so the table is made again. Only plans that were not confirmed have rows that refer to them.
DELETE FROM plans WHERE confirmed_at IS NULL;
CREATE TABLE new_plans (
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
);
INSERT INTO new_plans (id, kind, shop_id, job_id, overwrite, rejected, approved, created_at, confirmed_at, queued)
SELECT id, kind, shop_id, job_id, overwrite, rejected, approved, created_at, confirmed_at, queued FROM plans;
DROP TABLE plans;
ALTER TABLE new_plans RENAME TO plans;
CREATE INDEX plans_by_job ON plans (job_id, confirmed_at) WHERE confirmed_at IS NOT NULL;
CREATE INDEX plans_unconfirmed ON plans (created_at) WHERE confirmed_at IS NULL;

-- For put back: when the shop's other text was first seen.
ALTER TABLE plan_items ADD COLUMN seen_at INTEGER;

-- The held jobs that a plan releases or withdraws.
CREATE TABLE plan_jobs (
  plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  PRIMARY KEY (plan, job_id)
) WITHOUT ROWID;
CREATE INDEX plan_jobs_by_job ON plan_jobs (job_id);

-- +goose Down
SELECT 'migrations go forward only';
