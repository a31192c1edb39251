-- name: LeaseRow :one
SELECT * FROM leases WHERE name = @name;

-- name: PutLease :exec
INSERT INTO leases (name, holder, term, expires_at) VALUES (@name, @holder, @term, @expires_at)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, term = excluded.term, expires_at = excluded.expires_at,
  renewals = renewals + 1, stop_asked = CASE WHEN leases.holder = excluded.holder THEN stop_asked ELSE 0 END;

-- name: AskToStop :exec
UPDATE leases SET stop_asked = 1 WHERE name = @name AND holder = @holder;

-- name: StopAsked :one
SELECT count(*) FROM leases WHERE name = @name AND holder = @holder AND stop_asked = 1;

-- name: RenewLease :execrows
UPDATE leases SET expires_at = @expires_at, renewals = renewals + 1 WHERE name = @name AND holder = @holder;

-- name: DropLease :exec
DELETE FROM leases WHERE name = @name AND holder = @holder;

-- name: HoldsLease :one
SELECT count(*) FROM leases WHERE name = @name AND holder = @holder;

-- name: LeaseLapsed :one
SELECT count(*) FROM leases WHERE name = @name AND expires_at <= @now;

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

-- A process holds leases under its own name, or under its name, a slash and a number.
-- name: DropHolder :exec
DELETE FROM leases WHERE holder = @process OR substr(holder, 1, length(@process) + 1) = @process || '/';
