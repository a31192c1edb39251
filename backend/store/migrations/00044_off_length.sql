-- +goose Up
-- Whether a draft is shorter or longer than its field takes; NULL where it was not measured yet.
ALTER TABLE items ADD COLUMN off_length TEXT CHECK (off_length IN ('fits', 'short', 'long'));
CREATE INDEX items_off_length ON items (job_id, off_length, position) WHERE off_length IN ('short', 'long');
CREATE INDEX items_unmeasured ON items (row_id) WHERE off_length IS NULL AND state = 'generated';

-- +goose Down
SELECT 'migrations go forward only';
