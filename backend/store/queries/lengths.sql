-- name: UnmeasuredItems :many
SELECT i.row_id, i.field, i.content, j.profile FROM items i JOIN jobs j ON j.id = i.job_id
WHERE i.off_length IS NULL AND i.state = 'generated' ORDER BY i.row_id LIMIT 500;

-- name: SetItemLength :exec
UPDATE items SET off_length = @off_length WHERE row_id = @row_id;

-- name: CountOffLength :many
SELECT CAST(off_length AS TEXT) AS off_length, count(*) AS n FROM items
WHERE job_id = @job_id AND off_length IN ('short', 'long') AND state = 'generated' GROUP BY off_length;
