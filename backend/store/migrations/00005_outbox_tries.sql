-- +goose Up
-- Since when the outbox of the shop waits, and when it is tried again; NULL: at once.
ALTER TABLE shops ADD COLUMN halted_at INTEGER;
ALTER TABLE shops ADD COLUMN try_at INTEGER;

-- +goose Down
SELECT 'migrations go forward only';
