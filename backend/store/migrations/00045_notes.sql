-- +goose Up
-- The notes with which people had drafts of a shop written again, to choose from. Those that were given until now
-- come from the revisions; the sentence of a group of alike drafts is no person's.
CREATE TABLE shop_notes (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, note)
) WITHOUT ROWID;
INSERT INTO shop_notes (shop_id, note, given_at)
SELECT shop_id, note, given_at FROM (
  SELECT j.shop_id, r.note, max(r.created_at) AS given_at,
    row_number() OVER (PARTITION BY j.shop_id ORDER BY max(r.created_at) DESC) AS place
  FROM revisions r JOIN items i ON i.row_id = r.item_row JOIN jobs j ON j.id = i.job_id
  WHERE r.note <> '' AND r.note NOT LIKE 'Not like the others:%' AND j.shop_id IN (SELECT id FROM shops)
  GROUP BY j.shop_id, r.note
) WHERE place <= 12;

-- +goose Down
SELECT 'migrations go forward only';
