-- +goose Up
-- A person who stops a sync that another process runs asks its lease. The next holder was not asked.
ALTER TABLE leases ADD COLUMN stop_asked INTEGER NOT NULL DEFAULT 0 CHECK (stop_asked IN (0, 1));

-- +goose Down
SELECT 'migrations go forward only';
