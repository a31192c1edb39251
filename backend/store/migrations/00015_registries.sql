-- +goose Up
-- Which fields, kinds of shop, kinds of writer and types of job there are is told by the registries in
-- backend/galley, so that the tables do not list them as well. A constraint that only forbids is taken out of
-- the schema in place, as https://www.sqlite.org/lang_altertable.html describes: no row is moved.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (kind IN (''shopify'', ''demo'', ''file''))', '')
WHERE type = 'table' AND name = 'shops';
UPDATE sqlite_schema SET sql = replace(replace(replace(replace(sql,
  ' CHECK (type IN (''bulk_generation'', ''alt_text''))', ''),
  ' CHECK (field IN (''title'', ''description'', ''seo_title'', ''meta_description'', ''alt_text''))', ''),
  ' CHECK (writer_kind IN (''template'', ''openai''))', ''),
  'CHECK ((field = ''alt_text'') = (type = ''alt_text'')),', '')
WHERE type = 'table' AND name = 'jobs';
UPDATE sqlite_schema SET sql = replace(sql,
  ' CHECK (field IN (''title'', ''description'', ''seo_title'', ''meta_description'', ''alt_text''))', '')
WHERE type = 'table' AND name = 'instructions';
PRAGMA writable_schema = RESET;
-- Every connection reads the schema again after a change that SQLite makes itself.
CREATE TABLE schema_reread (id INTEGER NOT NULL PRIMARY KEY);
DROP TABLE schema_reread;

-- +goose Down
SELECT 'migrations go forward only';
