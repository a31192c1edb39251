package galley

import (
	"path"
	"strings"
	"time"
)

// Product is the local copy of one product of a shop.
type Product struct {
	ID              string    `json:"id"` // Shopify GID
	ShopID          ShopID    `json:"shop_id"`
	Handle          string    `json:"handle"`
	Title           string    `json:"title"`
	DescriptionHTML string    `json:"description_html"`
	Vendor          string    `json:"vendor"`
	ProductType     string    `json:"product_type"`
	Status          string    `json:"status"` // active, draft, archived, unlisted
	Tags            []string  `json:"tags"`
	SEOTitle        Value     `json:"seo_title"`
	MetaDescription Value     `json:"meta_description"`
	Category        string    `json:"category"` // of the shop's taxonomy: Home & Garden > Lighting > Lamps
	Options         []Option  `json:"options"`
	Metafields      []Fact    `json:"metafields"`
	SKUs            []string  `json:"skus"`
	VariantCount    int       `json:"variant_count"`
	PriceMin        string    `json:"price_min"` // decimal, in Currency
	PriceMax        string    `json:"price_max"`
	Currency        string    `json:"currency"`
	URL             string    `json:"url"` // the page on the shop, empty when it has none
	Images          []Image   `json:"images"`
	UpdatedAt       time.Time `json:"updated_at"`
	// ReadAt is when the local copy was last compared with the shop, nil if
	// unknown.
	ReadAt *time.Time `json:"read_at,omitempty"`
	// Unread are the parts that the shop could not give this time.
	Unread []ProductPart `json:"-"`
	// Unknown are the fields of which the shop cannot tell whether the product has
	// a text.
	Unknown   []Field `json:"unknown,omitempty"`
	ShopFacts string  `json:"shop_facts"` // facts noted for all the shop's products, one a line
}

// ProductPart is a part of a product that a shop may fail to give while it
// gives the rest.
type ProductPart string

// The parts.
const (
	PartURL        ProductPart = "url"
	PartSEO        ProductPart = "seo"
	PartOptions    ProductPart = "options"
	PartPrices     ProductPart = "prices"
	PartVariants   ProductPart = "variants"
	PartImages     ProductPart = "images"
	PartMetafields ProductPart = "metafields"
	PartCategory   ProductPart = "category"
)

// KeepUnread takes the parts that the shop could not give from the last known
// product: they are unknown, not empty.
func (p Product) KeepUnread(known Product) Product {
	for _, part := range p.Unread {
		switch part {
		case PartURL:
			p.URL = known.URL
		case PartSEO:
			p.SEOTitle, p.MetaDescription = known.SEOTitle, known.MetaDescription
		case PartOptions:
			p.Options = known.Options
		case PartPrices:
			p.PriceMin, p.PriceMax, p.Currency = known.PriceMin, known.PriceMax, known.Currency
		case PartVariants:
			p.SKUs, p.VariantCount = known.SKUs, known.VariantCount
			p.Metafields = append(withoutWeights(p.Metafields), weightsOf(known.Metafields)...)
		case PartImages:
			p.Images = known.Images
		case PartMetafields:
			p.Metafields = append(withoutWeights(known.Metafields), weightsOf(p.Metafields)...)
		case PartCategory:
			p.Category = known.Category
		}
	}
	return p
}

// Option is one choice a customer makes: Size with its values.
type Option struct {
	Name   string   `json:"name"`
	Values []string `json:"values"`
}

// Fact is a named value that came from the shop: a metafield, the weight of a
// variant, or of an export a column for Google Shopping.
type Fact struct {
	Name  string   `json:"name"`
	Value string   `json:"value"`
	Kind  FactKind `json:"kind,omitempty" blank:"true"` // "" for a metafield
	Scope string   `json:"scope,omitempty"`             // the variant that it is true of, "" for all
}

// FactKind is where a shop keeps a fact.
type FactKind string

// The kinds.
const (
	FactMetafield FactKind = ""
	FactWeight    FactKind = "weight"
	FactGoogle    FactKind = "google"
)

// Image is one picture of a product.
type Image struct {
	ID       string `json:"id"` // Shopify GID of the MediaImage
	URL      string `json:"url"`
	Alt      Value  `json:"alt"`
	Position int    `json:"position"` // from 1
	Width    int    `json:"width"`    // pixels, 0 when unknown
	Height   int    `json:"height"`
	// AlsoOf are the other products that show the image; its alt text is theirs too.
	AlsoOf []ProductRef `json:"also_of,omitempty"`
}

// ProductSummary is a row of the product list.
type ProductSummary struct {
	ID               string    `json:"id"`
	Handle           string    `json:"handle"`
	Title            string    `json:"title"`
	Vendor           string    `json:"vendor"`
	ProductType      string    `json:"product_type"`
	Status           string    `json:"status"`
	ImageURL         string    `json:"image_url"`
	DescriptionWords int       `json:"description_words"`
	SEOTitleChars    int       `json:"seo_title_chars"`
	MetaChars        int       `json:"meta_description_chars"`
	Images           int       `json:"images"`
	ImagesWithAlt    int       `json:"images_with_alt"`
	UpdatedAt        time.Time `json:"updated_at"`
	OwnDrafts        int       `json:"own_drafts"` // texts that people saved for it and did not publish
}

// MaxPage is the most rows one list request returns.
const MaxPage = 1000

// ProductPage is a window of a product list.
type ProductPage struct {
	Total    int              `json:"total"` // all that match
	Offset   int              `json:"offset"`
	Products []ProductSummary `json:"products"`
}

// Image returns the picture with that id.
func (p Product) Image(id string) (Image, bool) {
	for _, img := range p.Images {
		if img.ID == id {
			return img, true
		}
	}
	return Image{}, false
}

// FindImage returns the picture with that ID, address or file name; case does not
// matter in a file name.
func (p Product) FindImage(name string) (Image, bool) {
	for _, img := range p.Images {
		if img.ID == name || img.URL == name || fileOf(img.URL) == fileOf(name) {
			return img, true
		}
	}
	return Image{}, false
}

// fileOf is the file name at the end of a path or an address, in lower case.
func fileOf(name string) string {
	name, _, _ = strings.Cut(name, "?")
	return strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
}

// HasDefaultVariantOnly reports whether the product's single option is
// Shopify's placeholder "Title: Default Title", which is no fact of the product.
func (p Product) HasDefaultVariantOnly() bool {
	return len(p.Options) == 1 && strings.EqualFold(p.Options[0].Name, "Title") &&
		len(p.Options[0].Values) == 1 && strings.EqualFold(p.Options[0].Values[0], "Default Title")
}
