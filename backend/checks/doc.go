// Package checks says how good a text is and what is wrong with it: search
// rules for each field, rules for alt text, claims that no fact of the product
// supports, and parts of the shop's own page that a draft would lose.
//
// Everything here is a pure function of a galley.Draft. Thresholds stand beside
// the rule that uses them; word lists are data files. What depends on English
// grammar is left out for texts in other languages.
//
// Offsets in warnings are rune offsets in the visible text, see markup.VisibleText.
package checks
