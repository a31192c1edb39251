-- +goose Up
-- The sample of the same items that a sample is compared with.
ALTER TABLE jobs ADD COLUMN compared_with TEXT NOT NULL DEFAULT '';

-- +goose Down
SELECT 'migrations go forward only';
