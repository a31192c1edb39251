-- +goose Up
-- Whether what is left of the job to write goes into batches, and whether the endpoint's queue of them is full.
ALTER TABLE jobs ADD COLUMN in_batches INTEGER NOT NULL DEFAULT 0 CHECK (in_batches IN (0, 1));
ALTER TABLE jobs ADD COLUMN batches_full INTEGER NOT NULL DEFAULT 0 CHECK (batches_full IN (0, 1));

-- Files of requests that are handed over to an endpoint together.
CREATE TABLE batches (
  key TEXT NOT NULL PRIMARY KEY, -- ours: it goes along as metadata, so that a batch is found whose answer was lost
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  -- filling: not with the endpoint yet; sent: its file is there, and whether there is a batch is to be found out;
  -- open: the endpoint has the batch; read: it has ended, and its answers are in batch_requests
  state TEXT NOT NULL CHECK (state IN ('filling', 'sent', 'open', 'read')),
  requests INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0, -- as the endpoint counts while it is open, then what was read
  file_id TEXT NOT NULL DEFAULT '',
  batch_id TEXT NOT NULL DEFAULT '',
  missed INTEGER NOT NULL DEFAULT 0, -- how often the endpoint's list did not have it
  stopping INTEGER NOT NULL DEFAULT 0 CHECK (stopping IN (0, 1)), -- the endpoint was told to cancel it
  created_at INTEGER NOT NULL,
  latest_at INTEGER, -- when the endpoint ends it at the latest
  look_at INTEGER NOT NULL -- when it is looked at next
) WITHOUT ROWID;
CREATE INDEX batches_of_jobs ON batches (job_id, state);
CREATE INDEX batches_due ON batches (look_at) WHERE state IN ('sent', 'open');

-- Requests of items that are written in batches, until each item has its draft: the second of an item names what its
-- first answer lacks.
CREATE TABLE batch_requests (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  batch TEXT NOT NULL REFERENCES batches (key) ON DELETE CASCADE,
  reservation INTEGER NOT NULL, -- 0 once it is settled
  answer TEXT, -- JSON; NULL while it is with the endpoint
  original TEXT NOT NULL DEFAULT '', -- SHA-256 of the shop's text when it was asked
  PRIMARY KEY (job_id, position, number)
) WITHOUT ROWID;
CREATE INDEX batch_requests_of_batches ON batch_requests (batch);
CREATE INDEX batch_requests_open ON batch_requests (job_id, position) WHERE answer IS NULL;

-- +goose Down
SELECT 'migrations go forward only';
