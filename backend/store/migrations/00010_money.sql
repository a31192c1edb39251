-- +goose Up
-- Money that is set aside for a request to a model, before it is sent. Settling
-- books what the request used and deletes the row; that of a process that died
-- is booked in full, as an estimate.
CREATE TABLE reservations (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- never used twice: a late settlement must not meet another's
  holder TEXT NOT NULL, -- the open store that reserved
  job_id INTEGER NOT NULL, -- 0 for a test of the writer
  position INTEGER NOT NULL, -- of the item, 0 for none
  day TEXT NOT NULL, -- that it counts for
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost_usd REAL NOT NULL CHECK (cost_usd >= 0),
  price_input REAL, -- of a million tokens, NULL where the price is not known
  price_cached REAL,
  price_output REAL,
  reserved_at INTEGER NOT NULL
);
CREATE INDEX reservations_by_job ON reservations (job_id);
CREATE INDEX reservations_by_day ON reservations (day);

-- How far estimates for a model were off: the next reservations allow for it.
CREATE TABLE estimates (
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  answers INTEGER NOT NULL, -- that were counted by the endpoint
  factor REAL NOT NULL CHECK (factor >= 1), -- of the worst of them, fading
  PRIMARY KEY (base_url, model)
) WITHOUT ROWID;

-- Requests whose cost is an estimate.
ALTER TABLE items ADD COLUMN estimated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN estimated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE spend ADD COLUMN estimated INTEGER NOT NULL DEFAULT 0;
-- The part of the cost that belongs to no item of a job: finding out how the model wants to be asked.
ALTER TABLE jobs ADD COLUMN other_usd REAL NOT NULL DEFAULT 0;
-- The part that belongs to no job: tests of the writer, and jobs that are gone.
ALTER TABLE spend ADD COLUMN other_usd REAL NOT NULL DEFAULT 0;
-- +goose StatementBegin
CREATE TRIGGER jobs_gone BEFORE DELETE ON jobs WHEN old.cost_usd <> 0 BEGIN
  UPDATE spend SET other_usd = other_usd + old.cost_usd WHERE day = (SELECT max(day) FROM spend);
END;
-- +goose StatementEnd

-- A draft that was paid for is kept also when it comes after its item was cancelled.
INSERT INTO state_moves (machine, from_state, to_state) VALUES ('item', 'cancelled', 'generating');

-- +goose Down
SELECT 'migrations go forward only';
