-- +goose Up
-- Whether the draft is to be written again (open), or was by the last such request (written).
ALTER TABLE items ADD COLUMN rewrite TEXT NOT NULL DEFAULT '' CHECK (rewrite IN ('', 'open', 'written'));
UPDATE items SET rewrite = 'open' WHERE row_id IN (SELECT item_row FROM rewrites WHERE state IN ('queued', 'writing', 'paused'));
UPDATE items SET rewrite = 'written' WHERE row_id IN (SELECT item_row FROM rewrites WHERE state = 'written');

-- What lists are sorted by.
ALTER TABLE items ADD COLUMN score_total INTEGER; -- NULL without a score
ALTER TABLE items ADD COLUMN warning_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN length INTEGER NOT NULL DEFAULT 0; -- characters that people see
UPDATE items SET score_total = json_extract(score, '$.total'), warning_count = json_array_length(warnings),
  length = galley_length(field, content) WHERE state = 'generated';

-- The rule of galley.ItemStatus.ToReview, and the threshold of galley.GoodScore.
ALTER TABLE items ADD COLUMN to_review INTEGER GENERATED ALWAYS AS (
  state = 'generated' AND decision = 'open' AND publish_state IN ('unpublished', 'undone') AND rewrite <> 'open') VIRTUAL;
ALTER TABLE items ADD COLUMN low INTEGER GENERATED ALWAYS AS (coalesce(score_total < 80, 0)) VIRTUAL;

DROP INDEX items_counts;
CREATE INDEX items_listed ON items (job_id, state, publish_state, decision, warned, since, alike, rewrite, position,
  score_total, warning_count, length, written_at);

-- How many items of a job are alike in all this. Triggers keep it, so that no count reads the items.
CREATE TABLE item_counts (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  to_review INTEGER NOT NULL,
  state TEXT NOT NULL,
  publish_state TEXT NOT NULL,
  decision TEXT NOT NULL,
  warned INTEGER NOT NULL,
  since TEXT NOT NULL,
  alike INTEGER NOT NULL,
  rewrite TEXT NOT NULL,
  low INTEGER NOT NULL, -- 0 but for drafts to review
  quarter INTEGER NOT NULL, -- quarters of an hour from 1970 to when it was written, 0 but for drafts to review
  n INTEGER NOT NULL,
  PRIMARY KEY (job_id, to_review, state, publish_state, decision, warned, since, alike, rewrite, low, quarter)
) WITHOUT ROWID;
INSERT INTO item_counts
SELECT job_id, to_review, state, publish_state, decision, warned, since, alike, rewrite,
  CASE to_review WHEN 1 THEN low ELSE 0 END, CASE to_review WHEN 1 THEN coalesce(written_at, 0) / 900000 ELSE 0 END, count(*)
FROM items GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;

-- +goose StatementBegin
CREATE TRIGGER items_counted AFTER INSERT ON items BEGIN
  INSERT INTO item_counts VALUES (new.job_id, new.to_review, new.state, new.publish_state, new.decision, new.warned, new.since, new.alike, new.rewrite,
    CASE new.to_review WHEN 1 THEN new.low ELSE 0 END, CASE new.to_review WHEN 1 THEN coalesce(new.written_at, 0) / 900000 ELSE 0 END, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER items_recounted AFTER UPDATE ON items
WHEN (old.job_id, old.state, old.publish_state, old.decision, old.warned, old.since, old.alike, old.rewrite, old.low, old.written_at)
  IS NOT (new.job_id, new.state, new.publish_state, new.decision, new.warned, new.since, new.alike, new.rewrite, new.low, new.written_at)
BEGIN
  UPDATE item_counts SET n = n - 1
  WHERE job_id = old.job_id AND to_review = old.to_review AND state = old.state AND publish_state = old.publish_state AND decision = old.decision
    AND warned = old.warned AND since = old.since AND alike = old.alike AND rewrite = old.rewrite
    AND low = CASE old.to_review WHEN 1 THEN old.low ELSE 0 END
    AND quarter = CASE old.to_review WHEN 1 THEN coalesce(old.written_at, 0) / 900000 ELSE 0 END;
  INSERT INTO item_counts VALUES (new.job_id, new.to_review, new.state, new.publish_state, new.decision, new.warned, new.since, new.alike, new.rewrite,
    CASE new.to_review WHEN 1 THEN new.low ELSE 0 END, CASE new.to_review WHEN 1 THEN coalesce(new.written_at, 0) / 900000 ELSE 0 END, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER items_uncounted AFTER DELETE ON items BEGIN
  UPDATE item_counts SET n = n - 1
  WHERE job_id = old.job_id AND to_review = old.to_review AND state = old.state AND publish_state = old.publish_state AND decision = old.decision
    AND warned = old.warned AND since = old.since AND alike = old.alike AND rewrite = old.rewrite
    AND low = CASE old.to_review WHEN 1 THEN old.low ELSE 0 END
    AND quarter = CASE old.to_review WHEN 1 THEN coalesce(old.written_at, 0) / 900000 ELSE 0 END;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER item_counts_none AFTER UPDATE OF n ON item_counts WHEN new.n = 0 BEGIN
  DELETE FROM item_counts
  WHERE job_id = new.job_id AND to_review = new.to_review AND state = new.state AND publish_state = new.publish_state AND decision = new.decision
    AND warned = new.warned AND since = new.since AND alike = new.alike AND rewrite = new.rewrite AND low = new.low AND quarter = new.quarter;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER rewrites_begun AFTER INSERT ON rewrites BEGIN
  UPDATE items SET rewrite = CASE WHEN new.state IN ('queued', 'writing', 'paused') THEN 'open' WHEN new.state = 'written' THEN 'written' ELSE '' END
  WHERE row_id = new.item_row;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER rewrites_moved AFTER UPDATE OF state ON rewrites BEGIN
  UPDATE items SET rewrite = CASE WHEN new.state IN ('queued', 'writing', 'paused') THEN 'open' WHEN new.state = 'written' THEN 'written' ELSE '' END
  WHERE row_id = new.item_row;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER rewrites_gone AFTER DELETE ON rewrites BEGIN
  UPDATE items SET rewrite = '' WHERE row_id = old.item_row;
END;
-- +goose StatementEnd

-- When a person decided about one draft: the time that reading takes is measured between these.
CREATE TABLE decision_times (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL,
  decided_at INTEGER NOT NULL
);
CREATE INDEX decision_times_by_person ON decision_times (person, id);

-- +goose Down
SELECT 'migrations go forward only';
