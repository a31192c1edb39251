// Package markup reads and writes the texts of fields, HTML and plain: what a
// customer sees of them, their words and sentences, whether two are the same,
// and what may be shown and published of them.
//
// Everything here is a pure function. Offsets that are given to callers outside
// are rune offsets in the visible text, see VisibleText; a Span is in bytes.
package markup
