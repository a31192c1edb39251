// Package templatewriter writes drafts without a model and without a network.
// It fills the product's own facts (title, type, vendor, options, tags,
// metafields, and the shop's own sentences) into sentence patterns, and adds no
// fact of its own. The pattern depends on the product's id, so that a catalogue
// does not all read the same and yet each run gives the same text; regenerating
// with a note takes the next pattern.
//
// Products that are not in English get patterns without words of their own.
package templatewriter
