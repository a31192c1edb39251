package wire

import "galley/backend/galley"

// FirstDrafts is what a new demo shop has written first, so that there is
// something to read at once: a field and products for which the built-in
// templates write well, and which have no text yet. It is not for a model, which
// may cost.
func FirstDrafts() galley.JobSpec {
	return galley.JobSpec{
		Field:     galley.FieldMetaDescription,
		OnlyEmpty: true,
		Strategy:  galley.StrategyReview,
		Selection: galley.Selection{Handles: []string{
			"ceramic-baking-beans", "esparto-harvest-basket-anil", "filament-globe-bulb-amber", "havnholm-chore-coat",
			"heavy-cotton-tee", "lhermet-ink-50ml", "nightjar-rechargeable-lamp", "peas-and-queues-tea-towel",
			"penaluz-paella-pan", "saltmarrow-long-tom-pot", "thrapple-hand-trowel-ash", "watercolour-tin-12",
		}},
	}
}
