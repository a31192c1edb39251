-- +goose Up
-- A meta description is too long by its characters alone, as its score says: those that were too wide are measured again.
UPDATE items SET off_length = NULL WHERE off_length = 'long' AND field IN ('meta_description', 'collection_meta_description');

-- +goose Down
SELECT 'migrations go forward only';
