-- +goose Up
-- What a shop has of its own; the rest is as in settings.
CREATE TABLE shop_settings (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (shop_id, key)
) WITHOUT ROWID;

-- What writing for a shop cost; a shop that is removed keeps its days in spend alone.
CREATE TABLE shop_spend (
  shop_id TEXT NOT NULL,
  day TEXT NOT NULL, -- local date, as in spend
  cost_usd REAL NOT NULL,
  estimated INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (shop_id, day)
) WITHOUT ROWID;

-- The days of earlier jobs are not known: each counts whole for the day on which it ended, or today.
INSERT INTO shop_spend (shop_id, day, cost_usd, estimated)
SELECT shop_id, date(coalesce(finished_at / 1000, unixepoch()), 'unixepoch', 'localtime') AS day, sum(cost_usd), sum(estimated)
FROM jobs WHERE cost_usd > 0 GROUP BY shop_id, day;

ALTER TABLE reservations ADD COLUMN shop_id TEXT NOT NULL DEFAULT ''; -- '' for a test of the writer
UPDATE reservations SET shop_id = coalesce((SELECT j.shop_id FROM jobs j WHERE j.id = reservations.job_id), '');

-- +goose StatementBegin
CREATE TRIGGER shop_spend_removed AFTER DELETE ON shops BEGIN
  DELETE FROM shop_spend WHERE shop_id = OLD.id;
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
