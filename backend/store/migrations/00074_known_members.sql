-- +goose Up
-- From when on members of a shop's collections may have changed: when the last sync began whose collections ended well.
-- Where it is not the changes_from of the shop, all members are read.
ALTER TABLE collection_syncs ADD COLUMN known_from INTEGER;

-- +goose Down
SELECT 'migrations go forward only';
