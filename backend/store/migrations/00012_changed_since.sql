-- +goose Up
-- One image is one item of a job, also where several products show it.
ALTER TABLE items ADD COLUMN products TEXT NOT NULL DEFAULT '[]'; -- JSON: all products that show the image; [] means the item's own
CREATE INDEX items_by_image ON items (image_id, job_id) WHERE state = 'generated' AND image_id <> '';
CREATE INDEX publications_by_image ON publications (shop_id, image_id, seq) WHERE image_id <> '';

-- When the local copy of a product was last compared with the shop, NULL where that is not known.
ALTER TABLE products ADD COLUMN read_at INTEGER;

-- The text that Galley last published to each place of a shop, and whether a sync or a comparison
-- found another one there since.
CREATE TABLE published_texts (
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  target TEXT NOT NULL, -- a product or an image
  field TEXT NOT NULL,
  publication_id TEXT NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
  item_row INTEGER REFERENCES items (row_id) ON DELETE CASCADE, -- NULL for a text saved in the product editor
  live TEXT, -- as the shop had it once it was published, or the shop's text that a person took over
  taken_over INTEGER NOT NULL DEFAULT 0 CHECK (taken_over IN (0, 1)),
  changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1)),
  on_shop TEXT, -- while it is changed: what the shop has instead
  seen_at INTEGER, -- while it is changed: when that was seen first
  PRIMARY KEY (shop_id, target, field)
) WITHOUT ROWID;
CREATE INDEX published_texts_by_item ON published_texts (item_row) WHERE item_row IS NOT NULL;
CREATE INDEX published_texts_by_publication ON published_texts (publication_id);
-- Syncs look up what was written after the shop was read.
CREATE INDEX publications_finished ON publications (shop_id, finished_at) WHERE finished_at IS NOT NULL;

INSERT INTO published_texts (shop_id, target, field, publication_id, item_row, live)
SELECT shop_id, target, field, id, item_row, live FROM (
  SELECT p.*, CASE p.image_id WHEN '' THEN p.product_id ELSE p.image_id END AS target,
    row_number() OVER (PARTITION BY p.shop_id, p.field, CASE p.image_id WHEN '' THEN p.product_id ELSE p.image_id END ORDER BY p.seq DESC) AS n
  FROM publications p WHERE p.state = 'published')
WHERE n = 1 AND (kind = 'publish' OR again = 1);

-- What became of a published text since: see backend/galley/changed.go.
ALTER TABLE items ADD COLUMN since TEXT NOT NULL DEFAULT '' CHECK (since IN ('', 'changed', 'taken_over', 'replaced'));
UPDATE items SET since = 'replaced' WHERE publish_state = 'published'
  AND NOT EXISTS (SELECT 1 FROM published_texts t WHERE t.item_row = items.row_id);
DROP INDEX items_counts;
CREATE INDEX items_counts ON items (job_id, state, publish_state, decision, warned, since, position);

-- A text that was changed since can be put back, or be the start of another draft.
INSERT INTO state_moves (machine, from_state, to_state) VALUES
  ('publish', 'published', 'queued'),
  ('publish', 'queued', 'published'),
  ('publish', 'published', 'unpublished');

-- +goose Down
SELECT 'migrations go forward only';
