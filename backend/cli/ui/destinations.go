package ui

import "galley/backend/galley"

// publishingWords is what publishing is called in a shop of one kind.
type publishingWords struct {
	published string // the state of a text, and its column
	counted   string // "3 collected for the file"
	again     string
	putBack   string // published, and undone since
	state     string // being written now
}

var toShop = publishingWords{
	published: "Published", counted: "published", again: "Published again", putBack: "Published, put back since", state: "Publishing",
}

var shopKindWords = map[galley.ShopKind]publishingWords{
	galley.ShopShopify: toShop,
	galley.ShopDemo:    toShop,
	galley.ShopFile: {
		published: "Collected for the file", counted: "collected for the file", again: "Collected again",
		putBack: "Collected, put back since", state: "Collecting",
	},
}

// Kinds is the kind of each shop that a page speaks of.
type Kinds map[galley.ShopID]galley.ShopKind

// wordsFor is the word for publishing in a shop, or the usual one if the shop
// is unknown.
func (k Kinds) wordsFor(shop galley.ShopID) publishingWords {
	if words, ok := shopKindWords[k[shop]]; ok {
		return words
	}
	return toShop
}
