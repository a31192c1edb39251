package galley

import "time"

// Collection is the local copy of one collection of a shop: a group of products.
type Collection struct {
	ID              string    `json:"id"` // Shopify GID
	ShopID          ShopID    `json:"shop_id"`
	Handle          string    `json:"handle"`
	Title           string    `json:"title"`
	DescriptionHTML string    `json:"description_html"`
	SEOTitle        Value     `json:"seo_title"`
	MetaDescription Value     `json:"meta_description"`
	ImageURL        string    `json:"image_url"` // empty when it has none
	ProductCount    int       `json:"product_count"`
	Missing         bool      `json:"missing"` // the last sync did not find it on the shop
	UpdatedAt       time.Time `json:"updated_at"`
	// ReadAt is when the local copy was last compared with the shop, nil if
	// unknown.
	ReadAt    *time.Time `json:"read_at,omitempty"`
	ShopFacts string     `json:"shop_facts"` // of the whole shop, a line each
	// Products are its products in the local copy, by title.
	Products []ProductRef `json:"products"`
}

// ListedCollection is a collection as a shop lists it.
type ListedCollection struct {
	Collection

	Members []string // the ids of its products; nil if they were not read: they stay as they are
}

// CollectionMark is what tells whether members of a collection may have changed.
type CollectionMark struct {
	ProductCount int
	UpdatedAt    time.Time
}

// Is reports whether it is the collection's.
func (m CollectionMark) Is(c Collection) bool {
	return m.ProductCount == c.ProductCount && m.UpdatedAt.Equal(c.UpdatedAt)
}

// CollectionBatch is one page of a sync of collections.
type CollectionBatch struct {
	Collections []ListedCollection
	Next        string // cursor of the next page, "" after the last
	// ReadAt is when the request was begun: later writes to the shop are not in
	// the page.
	ReadAt time.Time
}

// CollectionSummary is a row of the list of collections.
type CollectionSummary struct {
	ID               string    `json:"id"`
	Handle           string    `json:"handle"`
	Title            string    `json:"title"`
	ProductCount     int       `json:"product_count"`
	Missing          bool      `json:"missing"`
	DescriptionWords int       `json:"description_words"`
	SEOTitleChars    int       `json:"seo_title_chars"`
	MetaChars        int       `json:"meta_description_chars"`
	UpdatedAt        time.Time `json:"updated_at"`
}

// CollectionQuery asks for a window of a shop's collections, by title.
type CollectionQuery struct {
	ShopID ShopID `json:"shop_id"`
	Search string `json:"search"` // each word must be in the title or the handle
	Offset int    `json:"offset"`
	Limit  int    `json:"limit"` // at most MaxPage
}

// CollectionPage is a window of a list of collections.
type CollectionPage struct {
	Total       int                 `json:"total"`   // all that match
	Missing     int                 `json:"missing"` // of these, missing from the shop: no job takes them
	Offset      int                 `json:"offset"`
	Collections []CollectionSummary `json:"collections"`
}

// CollectionsFound is the result of a whole sync of collections.
type CollectionsFound struct {
	Collections        int `json:"collections"`         // in the local copy
	RemovedCollections int `json:"removed_collections"` // gone from the shop
	MissingCollections int `json:"missing_collections"` // not listed this time, kept until the next sync misses them too
}
