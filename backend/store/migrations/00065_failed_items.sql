-- +goose Up
-- What failed in a job and why, so that the list of jobs says it without reading their items.
CREATE INDEX items_failed ON items (job_id, error_code, error_message, publish_state) WHERE state = 'failed' OR publish_state = 'failed';

-- +goose Down
SELECT 'migrations go forward only';
