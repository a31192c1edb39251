// Package templatewriter writes drafts without a model and without a network.
// It fills the product's own facts (title, type, vendor, options, tags,
// metafields, and the sentences that the shop has already) into sentence
// patterns, and adds no fact of its own. Which pattern a product gets depends
// on its id, so that a catalogue does not read all the same and yet each run
// gives the same text; writing again with a note takes the next pattern.
//
// Products that are not in English get patterns without words of their own.
package templatewriter
