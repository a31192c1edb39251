-- Made after seeding: filling a table first and sorting it once is faster.

CREATE INDEX products_title ON products (title COLLATE NOCASE, id);
CREATE INDEX products_vendor ON products (vendor COLLATE NOCASE, id);
CREATE INDEX products_type ON products (type COLLATE NOCASE, id);
CREATE INDEX products_updated ON products (updated_at, id);
CREATE INDEX products_created ON products (created_at, id);
CREATE INDEX variants_product ON variants (product_id, position);
CREATE INDEX variants_sku ON variants (sku COLLATE NOCASE);
CREATE INDEX media_product ON media (product_id, position);
