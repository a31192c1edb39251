-- +goose Up
-- A publication with the item that it is of: no job and no position for a text saved in the product editor.
CREATE VIEW listed_publications AS
SELECT p.*, i.job_id, i.position FROM publications p LEFT JOIN items i ON i.row_id = p.item_row;

-- A published text that changed on the shop since, with the publication that wrote it.
CREATE VIEW changed_texts AS
SELECT t.publication_id, t.shop_id, t.item_row, t.field, t.live, t.on_shop, t.seen_at,
  p.place_kind, t.place_id, p.place_handle, p.place_title, p.image_of, p.person, p.finished_at, p.job_id, p.position
FROM published_texts t JOIN listed_publications p ON p.id = t.publication_id
WHERE t.changed = 1;

-- Words are counted by the rule of markup.WordCount, which galley_words is. Until now they were counted by spaces.
UPDATE products SET description_words = galley_words(description_html);
UPDATE collections SET description_words = galley_words(description_html);

-- +goose Down
SELECT 'migrations go forward only';
