-- +goose Up
-- Whether alt text is also written of pictures that the model does not see.
ALTER TABLE jobs ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0 CHECK (unseen IN (0, 1));

-- +goose Down
SELECT 'migrations go forward only';
