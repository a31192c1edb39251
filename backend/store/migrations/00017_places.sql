-- +goose Up
-- A place is a kind and an id. So far it was told by two columns, a product and an image of it: the first
-- becomes the id of the place, the second the product that an image is listed under.

ALTER TABLE items RENAME COLUMN product_id TO place_id;
ALTER TABLE items RENAME COLUMN product_handle TO place_handle; -- of an image: its product's
ALTER TABLE items RENAME COLUMN product_title TO place_title;
ALTER TABLE items RENAME COLUMN image_id TO image_of; -- of an image: the product that it is listed under; '' otherwise
ALTER TABLE items ADD COLUMN place_kind TEXT NOT NULL DEFAULT 'product';
UPDATE items SET place_kind = 'image', place_id = image_of, image_of = place_id
WHERE image_of <> '' AND job_id IN (SELECT id FROM jobs WHERE type = 'alt_text');

ALTER TABLE publications RENAME COLUMN product_id TO place_id;
ALTER TABLE publications RENAME COLUMN product_handle TO place_handle;
ALTER TABLE publications RENAME COLUMN product_title TO place_title;
ALTER TABLE publications RENAME COLUMN image_id TO image_of;
ALTER TABLE publications ADD COLUMN place_kind TEXT NOT NULL DEFAULT 'product';
UPDATE publications SET place_kind = 'image', place_id = image_of, image_of = place_id WHERE image_of <> '';
-- What the shop replaces in one write at a place.
ALTER TABLE publications RENAME COLUMN place TO slot;

ALTER TABLE plan_items RENAME COLUMN product_id TO place_id;
ALTER TABLE plan_items RENAME COLUMN product_handle TO place_handle;
ALTER TABLE plan_items RENAME COLUMN product_title TO place_title;
ALTER TABLE plan_items RENAME COLUMN image_id TO image_of;
ALTER TABLE plan_items ADD COLUMN place_kind TEXT NOT NULL DEFAULT 'product';
UPDATE plan_items SET place_kind = 'image', place_id = image_of, image_of = place_id WHERE image_of <> '';

ALTER TABLE published_texts RENAME COLUMN target TO place_id;
ALTER TABLE file_texts RENAME COLUMN target TO place_id;

-- The columns are named differently; no entry says anything else than before.
DROP TRIGGER ledger_no_update;
ALTER TABLE ledger RENAME COLUMN product_id TO place_id;
ALTER TABLE ledger RENAME COLUMN product_handle TO place_handle;
ALTER TABLE ledger RENAME COLUMN product_title TO place_title;
ALTER TABLE ledger RENAME COLUMN image_id TO image_of;
ALTER TABLE ledger ADD COLUMN place_kind TEXT NOT NULL DEFAULT 'product';
UPDATE ledger SET place_kind = 'image', place_id = image_of, image_of = place_id WHERE image_of <> '';
-- +goose StatementBegin
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN
  SELECT RAISE(ABORT, 'the ledger is never edited');
END;
-- +goose StatementEnd

-- Indexes by what they find now.
DROP INDEX items_by_product;
DROP INDEX items_by_image;
CREATE INDEX items_by_place ON items (place_id, job_id) WHERE state = 'generated';
CREATE INDEX items_by_product_of_image ON items (image_of, job_id) WHERE state = 'generated' AND image_of <> '';
DROP INDEX publications_by_product;
DROP INDEX publications_by_image;
DROP INDEX publications_by_place;
CREATE INDEX publications_by_place ON publications (shop_id, place_id, seq);
CREATE INDEX publications_by_product_of_image ON publications (shop_id, image_of, seq) WHERE image_of <> '';
CREATE INDEX publications_by_slot ON publications (shop_id, slot, seq);

-- +goose Down
SELECT 'migrations go forward only';
