-- +goose Up
-- The items that changed, in that order. A list says its newest seq, so that an action on everything
-- in the list leaves out what changed after it was drawn. It is never empty, so that no number comes twice.
CREATE TABLE item_changes (
  seq INTEGER NOT NULL PRIMARY KEY,
  item_row INTEGER NOT NULL
);
INSERT INTO item_changes (item_row) VALUES (0);

-- All that a person sees of an item before deciding about it. That a writer has it is nothing to read.
-- +goose StatementBegin
CREATE TRIGGER items_changed AFTER UPDATE OF job_id, state, publish_state, decision, revision, warnings, since, on_shop, on_shop_known, rewrite ON items
WHEN new.state <> 'generating' AND
  (old.job_id, old.state, old.publish_state, old.decision, old.revision, old.warnings, old.since, old.on_shop, old.on_shop_known, old.rewrite)
  IS NOT (new.job_id, new.state, new.publish_state, new.decision, new.revision, new.warnings, new.since, new.on_shop, new.on_shop_known, new.rewrite)
BEGIN
  INSERT INTO item_changes (item_row) VALUES (new.row_id);
END;
-- +goose StatementEnd

-- +goose Down
SELECT 'migrations go forward only';
