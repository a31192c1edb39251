package store

import (
	"bytes"
	"context"
	"database/sql"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"galley/backend/failpoint"
	"galley/backend/store/db"
)

// indexedAtOnce is how many products are indexed in one transaction; other writers wait meanwhile.
const indexedAtOnce = 500

// IndexWords puts the words of the next products that a sync saved without them into the index, in one transaction, and
// reports whether there may be more. Until then a search reads those products themselves. Several processes may do it at
// once; one that is killed leaves the rest to the next.
func (s *Store) IndexWords(ctx context.Context) (more bool, err error) {
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM products WHERE row_id > (SELECT up_to FROM word_index))").Scan(&more)
	})
	if err != nil || !more {
		return false, err
	}
	err = s.tx(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		n, err := indexWords(ctx, tx)
		more = n == indexedAtOnce
		return err
	})
	return more && err == nil, err
}

// indexWords puts the words of the next products into the index, in one statement: the index writes a part of its own for
// each, and merges them later.
func indexWords(ctx context.Context, tx *sql.Tx) (n int64, err error) {
	result, err := tx.ExecContext(ctx, `INSERT INTO products_fts (docid, title, handle, vendor, product_type, tags, skus)
		SELECT row_id, title, handle, vendor, product_type, tags, skus FROM products
		WHERE row_id > (SELECT up_to FROM word_index) ORDER BY row_id LIMIT ?`, indexedAtOnce)
	if err != nil {
		return 0, err
	}
	if n, err = result.RowsAffected(); err != nil || n == 0 {
		return n, err
	}
	failpoint.Reach(failpoint.WordsIndexed)
	_, err = tx.ExecContext(ctx, `UPDATE word_index SET up_to = (SELECT max(row_id) FROM (
		SELECT row_id FROM products WHERE row_id > (SELECT up_to FROM word_index) ORDER BY row_id LIMIT ?))`, indexedAtOnce)
	return n, err
}

// indexedProducts are the products with all the words: those of the index, and of those that are not in it yet the ones
// that have the words themselves.
const indexedProducts = `SELECT docid FROM products_fts WHERE products_fts MATCH ? UNION ALL
	SELECT row_id FROM products WHERE row_id > (SELECT up_to FROM word_index)
		AND galley_has(?, title, handle, vendor, product_type, tags, skus)`

// patterns are what galley_has looks for: the words as asWords has them, one a line; the last one may go on.
func patterns(words []string) string { return strings.TrimSuffix(wholePatterns(words), " ") }

func wholePatterns(words []string) string {
	lines := make([]string, len(words))
	for i, word := range words {
		lines[i] = asWords(word)
	}
	return strings.Join(lines, "\n")
}

// draftPatterns are what galley_has looks for in a draft: the last one may go on where it may in the index of drafts.
func draftPatterns(words []string) string {
	if goesOn(words) {
		return patterns(words)
	}
	return wholePatterns(words)
}

// hasPatterns reports whether each of the patterns is in one of the texts.
func hasPatterns(patterns string, texts ...string) bool {
	all := make([]byte, 0, sizeOf(texts))
	for _, text := range texts {
		all = append(appendWords(all, text), '\n')
	}
	for pattern := range strings.SplitSeq(patterns, "\n") {
		if !bytes.Contains(all, []byte(pattern)) {
			return false
		}
	}
	return true
}

func sizeOf(texts []string) (n int) {
	for _, text := range texts {
		n += len(text) + 3
	}
	return n
}

// asWords are the words of a text as the index has them: without case and accents, a blank before and after each.
func asWords(text string) string { return string(appendWords(nil, text)) }

func appendWords(words []byte, text string) []byte {
	words = append(words, ' ')
	for at, r := range text {
		if r < utf8.RuneSelf {
			words = appendLetter(words, asciiLetters[r])
			continue
		}
		parts := norm.NFD.PropertiesString(text[at:]).Decomposition() // a part of its table: nothing is allocated
		switch {
		case isHangul(r):
			parts = norm.NFD.AppendString(nil, text[at:at+utf8.RuneLen(r)]) // whose parts are computed
		case parts == nil:
			words = appendPart(words, r)
		}
		for len(parts) > 0 {
			part, size := utf8.DecodeRune(parts)
			words, parts = appendPart(words, part), parts[size:]
		}
	}
	return appendLetter(words, ' ')
}

// isHangul reports whether a letter is a syllable of Hangul.
func isHangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

// appendPart appends a part of a letter.
func appendPart(words []byte, part rune) []byte {
	switch {
	case unicode.Is(unicode.Mn, part): // an accent
		return words
	case isSign(part):
		return appendLetter(words, ' ')
	}
	return utf8.AppendRune(words, unicode.ToLower(part))
}

// appendLetter appends a letter, or one blank for all signs between two words.
func appendLetter(words []byte, letter byte) []byte {
	if letter == ' ' && words[len(words)-1] == ' ' {
		return words
	}
	return append(words, letter)
}

// asciiLetters are ASCII characters as the index has them, a blank for a sign.
var asciiLetters = func() (letters [utf8.RuneSelf]byte) {
	for r := range rune(utf8.RuneSelf) {
		letters[r] = ' '
		if !isSign(r) {
			letters[r] = byte(unicode.ToLower(r))
		}
	}
	return letters
}()
