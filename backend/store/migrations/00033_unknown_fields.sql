-- +goose Up
-- Fields of products that the shop's file has no column for: what the shop has there is not known. A list in JSON.
ALTER TABLE shops ADD COLUMN unknown_fields TEXT NOT NULL DEFAULT '[]';

-- +goose Down
SELECT 'migrations go forward only';
