-- +goose Up
-- Whether a customer sees nothing in the field, by the rule of checks.Empty, which galley_empty is.
ALTER TABLE products ADD COLUMN title_empty INTEGER NOT NULL DEFAULT 0 CHECK (title_empty IN (0, 1));
ALTER TABLE products ADD COLUMN description_empty INTEGER NOT NULL DEFAULT 0 CHECK (description_empty IN (0, 1));
ALTER TABLE products ADD COLUMN seo_title_empty INTEGER NOT NULL DEFAULT 0 CHECK (seo_title_empty IN (0, 1));
ALTER TABLE products ADD COLUMN meta_description_empty INTEGER NOT NULL DEFAULT 0 CHECK (meta_description_empty IN (0, 1));
ALTER TABLE images ADD COLUMN alt_empty INTEGER NOT NULL DEFAULT 0 CHECK (alt_empty IN (0, 1));
UPDATE products SET
  title_empty = galley_empty('title', title),
  description_empty = galley_empty('description', description_html),
  seo_title_empty = galley_empty('seo_title', coalesce(seo_title, '')),
  meta_description_empty = galley_empty('meta_description', coalesce(meta_description, ''));
UPDATE images SET alt_empty = galley_empty('alt_text', coalesce(alt, ''));
UPDATE products SET images_with_alt = (
  SELECT count(*) FROM images i WHERE i.product_row = products.row_id AND i.alt_empty = 0);

-- +goose Down
SELECT 'migrations go forward only';
