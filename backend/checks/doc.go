// Package checks scores a text and finds its problems: search rules for each field,
// rules for alt text, claims that no fact of the product supports, and parts of the
// shop's own page that a draft would lose.
//
// Everything here is a pure function of a Text. Thresholds are beside the
// rule that uses them; word lists are data files. Rules that depend on English
// grammar are skipped for texts in other languages.
//
// Offsets in warnings are rune offsets in the visible text, see markup.VisibleText.
package checks
