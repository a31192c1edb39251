-- +goose Up
-- What holds for every product of a shop, a line each, as its people say: a source for claims.
ALTER TABLE shops ADD COLUMN facts TEXT NOT NULL DEFAULT '';
-- Messages of warnings that a person looked into and kept. JSON array.
ALTER TABLE items ADD COLUMN kept TEXT NOT NULL DEFAULT '[]';

-- +goose Down
SELECT 'migrations go forward only';
