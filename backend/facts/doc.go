// Package facts knows what is true of a product, and judges what a text says
// of it. A fact and a claim have the same form: what it is about (class and
// concept, or an amount with its unit), which attribute, part and variant it
// belongs to, and whether it is affirmed or denied.
//
// SheetOf reads the facts of a product with their sources. Sheet.Judge reads
// the claims of a text and grades each: supported, contradicts the data, no
// source, or about something else. Sheet.Lost lists what an earlier text said
// and a new one does not.
//
// Words are data: one folder a language under data. The concepts before the
// colons are shared, so that Leinen, lin and linen are the same fact. Everything
// here is a pure function of its input.
package facts
