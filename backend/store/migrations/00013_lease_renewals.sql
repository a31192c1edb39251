-- +goose Up
-- Another process takes a lease over when it has itself watched it go unrenewed for a whole term,
-- on its own monotonic clock. expires_at is by the wall clock and only a hint for what is shown.
DELETE FROM leases;
ALTER TABLE leases ADD COLUMN term INTEGER NOT NULL DEFAULT 15000; -- milliseconds
ALTER TABLE leases ADD COLUMN renewals INTEGER NOT NULL DEFAULT 0;

-- +goose Down
SELECT 'migrations go forward only';
