-- +goose Up
-- A text that a person sent alone, or with few others, goes before what was queued in bulk.
ALTER TABLE publications ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1));
CREATE INDEX publications_first ON publications (shop_id, urgent DESC, seq) WHERE state IN ('queued', 'publishing');

-- +goose Down
SELECT 'migrations go forward only';
