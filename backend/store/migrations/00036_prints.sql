-- +goose Up
-- Prints know the last sentence of a text: they are made again, and jobs with drafts that are not published are
-- compared again.
DELETE FROM draft_prints;
DELETE FROM text_prints;
DELETE FROM text_changes;
UPDATE jobs SET alike_due = alike_due + 1
WHERE id IN (SELECT job_id FROM items WHERE state = 'generated' AND publish_state <> 'published');
-- Groups of the same last sentence were kept as such of the same last words.
INSERT INTO kept_groups (id, shop_id, field, kind, texts, person, kept_at)
SELECT id || '-closing', shop_id, field, 'closing', texts, person, kept_at FROM kept_groups WHERE kind = 'ending';

-- +goose Down
SELECT 'migrations go forward only';
