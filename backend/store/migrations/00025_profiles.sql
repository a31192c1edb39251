-- +goose Up
-- How a shop speaks, as JSON; '' where nothing is set. A job keeps the one that it started with.
ALTER TABLE shops ADD COLUMN profile TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN profile TEXT NOT NULL DEFAULT '';

-- What a sample is of, so that the rest can be written: its selection as JSON, '' in jobs of earlier versions.
ALTER TABLE jobs ADD COLUMN selection TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN sample INTEGER NOT NULL DEFAULT 0;

-- +goose Down
SELECT 'migrations go forward only';
