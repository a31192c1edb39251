// Package markup reads and writes the texts of fields, HTML and plain: their
// visible text, words and sentences, whether two are the same, and what may be
// shown and published.
//
// Everything here is a pure function. Offsets in its API are rune offsets in
// the visible text, see VisibleText; a Span is in bytes.
package markup
