-- +goose Up
-- Which of two compared samples a job is: 'a', 'b', or '' outside of a comparison.
ALTER TABLE jobs ADD COLUMN compared_as TEXT NOT NULL DEFAULT '';
UPDATE jobs SET compared_as = CASE WHEN id < CAST(compared_with AS INTEGER) THEN 'a' ELSE 'b' END WHERE compared_with <> '';

-- +goose Down
SELECT 'migrations go forward only';
