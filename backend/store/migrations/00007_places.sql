-- +goose Up
-- The place that a publication writes: the kind and the id of what holds it. The SEO title and the meta
-- description of a product are one place.
ALTER TABLE publications ADD COLUMN place TEXT NOT NULL DEFAULT '';
UPDATE publications SET place = CASE WHEN field IN ('seo_title', 'meta_description') THEN 'seo' ELSE field END
  || ' ' || CASE image_id WHEN '' THEN product_id ELSE image_id END;
CREATE INDEX publications_by_place ON publications (shop_id, place, seq);

-- The other field of the place, as it was sent along.
ALTER TABLE publications ADD COLUMN sibling_known INTEGER NOT NULL DEFAULT 0 CHECK (sibling_known IN (0, 1));
ALTER TABLE publications ADD COLUMN sibling TEXT;
ALTER TABLE ledger ADD COLUMN sibling_known INTEGER NOT NULL DEFAULT 0 CHECK (sibling_known IN (0, 1));
ALTER TABLE ledger ADD COLUMN sibling TEXT;

-- A write whose answer was lost and that the shop carried out after it had been given up.
ALTER TABLE publications ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
ALTER TABLE ledger ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
INSERT INTO state_moves (machine, from_state, to_state) VALUES
  ('publish', 'unpublished', 'published'),
  ('publish', 'conflict', 'published'),
  ('publish', 'failed', 'published');

-- Attempts that the shop may still carry out, and when the shop is looked at next.
CREATE TABLE watches (
  id INTEGER NOT NULL PRIMARY KEY,
  publication_id TEXT NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
  shop_id TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  looks INTEGER NOT NULL DEFAULT 0,
  look_at INTEGER NOT NULL
);
CREATE INDEX watches_due ON watches (look_at);
CREATE INDEX watches_of_publication ON watches (publication_id);

-- +goose Down
SELECT 'migrations go forward only';
