package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// phrase is the keyphrase of a row of the list, else the guess of a model, else
// what title and type give; source is where it comes from.
const (
	phrase       = "coalesce(k.phrase, g.phrase, d.phrase, '')"
	phraseSource = "coalesce(k.source, CASE " + phrase + " WHEN '' THEN 'none' ELSE 'guess' END)"
)

// sharing are the phrases of a language that several places have. Case does not
// matter in the letters a to z.
const sharing = `SELECT o.phrase COLLATE NOCASE FROM keyphrases o WHERE o.shop_id = ? AND o.place_kind = ? AND o.language = ?
	AND EXISTS (SELECT 1 FROM {places} x WHERE x.shop_id = o.shop_id AND x.id = o.place_id)
	GROUP BY o.phrase COLLATE NOCASE HAVING count(*) > 1`

// shared counts the other places with the phrase of a row.
const shared = `(SELECT count(*) FROM keyphrases o WHERE k.phrase IS NOT NULL AND o.shop_id = k.shop_id AND o.place_kind = k.place_kind
	AND o.language = k.language AND o.phrase = k.phrase COLLATE NOCASE AND o.place_id <> k.place_id
	AND EXISTS (SELECT 1 FROM {places} x WHERE x.shop_id = o.shop_id AND x.id = o.place_id))`

// phraseQuery is a query over the places of a list with their phrases.
type phraseQuery struct {
	filter

	places string // the table of the places
	joined []any  // arguments of the joins
	q      galley.KeyphraseListQuery
}

func phrasesIn(q galley.KeyphraseListQuery) *phraseQuery {
	places := "products"
	if q.Kind == galley.PlaceCollection {
		places = "collections"
	}
	return &phraseQuery{filter: ofShop(q.ShopID), places: places, joined: []any{q.Kind, q.Language, q.Kind, q.Language, q.Kind}, q: q}
}

// narrow takes the rows of the query's filter and search.
func (p *phraseQuery) narrow() {
	switch p.q.Filter {
	case galley.KeyphrasesTyped:
		p.and("k.source IN ('typed', 'confirmed')")
	case galley.KeyphrasesImported:
		p.and("k.source = 'imported'")
	case galley.KeyphrasesGuessed:
		p.and("k.source IS NULL AND " + phrase + " <> ''")
	case galley.KeyphrasesNone:
		p.and("k.source IS NULL AND " + phrase + " = ''")
	case galley.KeyphrasesShared:
		p.and("k.phrase COLLATE NOCASE IN ("+p.with(sharing)+")", p.q.ShopID, p.q.Kind, p.q.Language)
	case galley.KeyphrasesAll:
	}
	for word := range strings.FieldsSeq(p.q.Search) {
		pattern := "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(word) + "%"
		p.and(`(p.title LIKE ? ESCAPE '\' OR p.handle LIKE ? ESCAPE '\' OR `+phrase+` LIKE ? ESCAPE '\')`, pattern, pattern, pattern)
	}
}

func (p *phraseQuery) with(clause string) string {
	return strings.ReplaceAll(clause, "{places}", p.places)
}

// sql is the query for some columns, with its arguments.
func (p *phraseQuery) sql(columns string) (string, []any) {
	return "SELECT " + p.with(columns) + " FROM " + p.places + ` p
		LEFT JOIN keyphrases k ON k.shop_id = p.shop_id AND k.place_kind = ? AND k.place_id = p.id AND k.language = ?
		LEFT JOIN keyphrase_guesses g ON g.shop_id = p.shop_id AND g.place_kind = ? AND g.place_id = p.id AND g.language = ?
		LEFT JOIN derived_phrases d ON d.shop_id = p.shop_id AND d.place_kind = ? AND d.place_id = p.id
		WHERE ` + p.where, slices.Concat(p.joined, p.args)
}

// count is the query for the number of rows. All of them are those of the table.
func (p *phraseQuery) count() (string, []any) {
	if p.q.Filter == galley.KeyphrasesAll && p.q.Search == "" {
		return "SELECT count(*) FROM " + p.places + " p WHERE p.shop_id = ?", []any{p.q.ShopID}
	}
	return p.sql("count(*)")
}

// byTitle is the order of the list.
const byTitle = " ORDER BY p.title COLLATE NOCASE, p.row_id LIMIT ? OFFSET ?"

// PhrasePage lists a window of the products or collections of a shop by title,
// each with its keyphrase in a language or the guess for it, and counts those
// that the query selects.
func (s *Store) PhrasePage(ctx context.Context, q galley.KeyphraseListQuery) (rows []galley.KeyphraseRow, total int, err error) {
	rows = []galley.KeyphraseRow{}
	list := phrasesIn(q)
	list.narrow()
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		count, args := list.count()
		if err := tx.QueryRowContext(ctx, count, args...).Scan(&total); err != nil {
			return err
		}
		window, args := list.sql("p.id, p.handle, p.title, p.image_url, " + phrase + ", " + phraseSource +
			", coalesce(k.person, g.model, ''), coalesce(k.clicks, 0), coalesce(k.impressions, 0), coalesce(k.place, 0), " + shared)
		found, err := tx.QueryContext(ctx, window+byTitle, append(args, q.Limit, q.Offset)...)
		if err != nil {
			return err
		}
		defer func() { _ = found.Close() }()
		for found.Next() {
			var r galley.KeyphraseRow
			r.Place.Kind, r.Language = q.Kind, q.Language
			if err := found.Scan(&r.Place.ID, &r.Place.Handle, &r.Place.Title, &r.ImageURL, &r.Text, &r.Source,
				&r.By, &r.Clicks, &r.Impressions, &r.Position, &r.Shared); err != nil {
				return err
			}
			rows = append(rows, r)
		}
		return found.Err()
	})
	return rows, total, err
}

// PhraseCounts counts the rows of each filter in a language, and gives some
// titles, by which the language of the shop shows.
func (s *Store) PhraseCounts(ctx context.Context, q galley.KeyphraseListQuery, some int) (c galley.KeyphraseCounts, titles []string, err error) {
	list := phrasesIn(q)
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		counts, args := list.sql(`count(*), coalesce(sum(k.source IN ('typed', 'confirmed')), 0), coalesce(sum(k.source = 'imported'), 0),
			coalesce(sum(k.source IS NULL AND ` + phrase + ` <> ''), 0), coalesce(sum(k.source IS NULL AND g.phrase IS NOT NULL), 0)`)
		if err := tx.QueryRowContext(ctx, counts, args...).Scan(&c.All, &c.Typed, &c.Imported, &c.Guess, &c.Proposed); err != nil {
			return err
		}
		c.None = c.All - c.Typed - c.Imported - c.Guess
		shares := list.with("SELECT coalesce(sum(n), 0) FROM (" + strings.Replace(sharing, "o.phrase COLLATE NOCASE FROM", "count(*) AS n FROM", 1) + ")")
		if err := tx.QueryRowContext(ctx, shares, q.ShopID, q.Kind, q.Language).Scan(&c.Shared); err != nil {
			return err
		}
		titles, err = valuesOf[string](ctx, tx, "SELECT p.title FROM "+list.places+" p WHERE p.shop_id = ?"+byTitle, q.ShopID, some, 0)
		return err
	})
	return c, titles, err
}

// WithoutPhrase lists the first products or collections, by title, that have
// neither a keyphrase nor a model's guess for one in a language.
func (s *Store) WithoutPhrase(ctx context.Context, q galley.KeyphraseListQuery) (ids []string, err error) {
	list := phrasesIn(q)
	list.and("k.phrase IS NULL AND g.phrase IS NULL")
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		query, args := list.sql("p.id")
		ids, err = valuesOf[string](ctx, tx, query+byTitle, append(args, q.Limit, 0)...)
		return err
	})
	return ids, err
}
