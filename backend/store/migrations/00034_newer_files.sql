-- +goose Up
-- Which of the files that a file shop was given is the present one, from 0. See fileshop.Library.
ALTER TABLE shops ADD COLUMN file_run INTEGER NOT NULL DEFAULT 0;

-- +goose Down
SELECT 'migrations go forward only';
