-- name: ClearLease :exec
DELETE FROM leases WHERE name = @name AND (holder = @holder OR expires_at <= @now);

-- name: TakeLease :execrows
INSERT INTO leases (name, holder, expires_at) VALUES (@name, @holder, @expires_at)
ON CONFLICT (name) DO NOTHING;

-- name: RenewLease :execrows
UPDATE leases SET expires_at = @expires_at WHERE name = @name AND holder = @holder;

-- name: DropLease :exec
DELETE FROM leases WHERE name = @name AND holder = @holder;

-- name: HoldsLease :one
SELECT count(*) FROM leases WHERE name = @name AND holder = @holder AND expires_at > @now;

-- name: LeaseHolder :one
SELECT holder FROM leases WHERE name = @name AND expires_at > @now;

-- name: Settings :many
SELECT key, value FROM settings;

-- name: PutSetting :exec
INSERT INTO settings (key, value) VALUES (@key, @value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: TouchTopic :exec
INSERT INTO changes (topic, seq) VALUES (@topic, (SELECT coalesce(max(c.seq), 0) + 1 FROM changes c))
ON CONFLICT (topic) DO UPDATE SET seq = excluded.seq;

-- name: ChangesSince :many
SELECT topic, seq FROM changes WHERE seq > @seq ORDER BY seq;

-- name: LastChange :one
SELECT CAST(coalesce(max(seq), 0) AS INTEGER) FROM changes;

-- name: DropHolder :exec
DELETE FROM leases WHERE holder = @holder;
