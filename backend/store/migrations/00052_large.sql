-- +goose Up
-- Words of drafts and of what they are for (FTS4: docs/adr/0003). It has no copy of the texts.
CREATE VIRTUAL TABLE items_fts USING fts4 (
  place_title, place_handle, content,
  content="items", tokenize=unicode61 "remove_diacritics=2", prefix="3,4", matchinfo=fts3
);
-- +goose StatementBegin
CREATE TRIGGER items_fts_insert AFTER INSERT ON items BEGIN
  INSERT INTO items_fts (docid, place_title, place_handle, content) VALUES (new.row_id, new.place_title, new.place_handle, new.content);
END;
-- +goose StatementEnd
-- The index reads the old words from the table, so they leave it before the row changes.
-- +goose StatementBegin
CREATE TRIGGER items_fts_delete BEFORE DELETE ON items BEGIN
  DELETE FROM items_fts WHERE docid = old.row_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER items_fts_before BEFORE UPDATE OF place_title, place_handle, content ON items
WHEN (old.place_title, old.place_handle, old.content) <> (new.place_title, new.place_handle, new.content) BEGIN
  DELETE FROM items_fts WHERE docid = old.row_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER items_fts_after AFTER UPDATE OF place_title, place_handle, content ON items
WHEN (old.place_title, old.place_handle, old.content) <> (new.place_title, new.place_handle, new.content) BEGIN
  INSERT INTO items_fts (docid, place_title, place_handle, content) VALUES (new.row_id, new.place_title, new.place_handle, new.content);
END;
-- +goose StatementEnd
INSERT INTO items_fts (items_fts) VALUES ('rebuild');
-- Segments are merged a little with each write, so that none waits for a large merge.
INSERT INTO items_fts (items_fts) VALUES ('automerge=8');

-- What a job's items belong to: the product of an image, else the place itself.
CREATE INDEX items_owned ON items (job_id, CASE WHEN image_of <> '' THEN image_of ELSE place_id END);

-- Items that were left out because their product was gone.
CREATE INDEX items_missing ON items (job_id, state, error_code) WHERE state = 'skipped' AND error_code = 'shop_missing';

-- Items that a writer has now.
CREATE INDEX items_generating ON items (job_id) WHERE state = 'generating';

-- +goose Down
SELECT 'migrations go forward only';
