-- +goose Up
-- The local copy of a shop's collections, and which products are in them.
CREATE TABLE collections (
  row_id INTEGER NOT NULL PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sync_run INTEGER NOT NULL,
  missing INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1)), -- the last whole sync did not find it
  handle TEXT NOT NULL,
  title TEXT NOT NULL,
  seo_title TEXT,
  meta_description TEXT,
  description_words INTEGER NOT NULL,
  product_count INTEGER NOT NULL,
  image_url TEXT NOT NULL,
  description_empty INTEGER NOT NULL CHECK (description_empty IN (0, 1)),
  seo_title_empty INTEGER NOT NULL CHECK (seo_title_empty IN (0, 1)),
  meta_description_empty INTEGER NOT NULL CHECK (meta_description_empty IN (0, 1)),
  updated_at INTEGER NOT NULL,
  read_at INTEGER NOT NULL, -- when it was last compared with the shop
  description_html TEXT NOT NULL, -- last: the long one
  UNIQUE (shop_id, id)
);
CREATE INDEX collections_by_title ON collections (shop_id, title COLLATE NOCASE, row_id);
CREATE INDEX collections_by_handle ON collections (shop_id, handle);

-- Members by the shop's id: a collection may list a product that the next sync of products brings.
CREATE TABLE collection_products (
  collection_row INTEGER NOT NULL REFERENCES collections (row_id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  PRIMARY KEY (collection_row, product_id)
) WITHOUT ROWID;
CREATE INDEX collection_products_by_product ON collection_products (product_id);

-- A sync of collections in progress: its number, and the cursor of the page to read next.
CREATE TABLE collection_syncs (
  shop_id TEXT NOT NULL PRIMARY KEY REFERENCES shops (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  cursor TEXT NOT NULL
) WITHOUT ROWID;

-- +goose Down
SELECT 'migrations go forward only';
