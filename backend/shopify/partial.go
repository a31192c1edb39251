package shopify

import (
	"slices"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// unreadFields are the fields of a page's products that the shop could not
// give, by the product's place on the page.
type unreadFields map[int][]string

// optionalFields are what a product can lack for one sync. An error about
// anything else fails the page.
var optionalFields = []string{"onlineStoreUrl", "category", "seo", "options", "priceRangeV2", "variants", "media", "metafields"}

// unreadOf sorts the errors of an answer that has data too. ok is false if one
// of them is about more than an optional field of one product.
func unreadOf(a answer) (unread unreadFields, ok bool) {
	if !a.Data.present || len(a.Errors) == 0 {
		return nil, false
	}
	unread = unreadFields{}
	for _, e := range a.Errors {
		product, field, optional := optionalFieldAt(e.Path)
		if !optional || e.Extensions.Code == codeThrottled || e.Extensions.Code == codeMaxCost {
			return nil, false
		}
		if !slices.Contains(unread[product], field) {
			unread[product] = append(unread[product], field)
		}
	}
	return unread, true
}

// optionalFieldAt parses a path such as products.nodes.3.seo.title.
func optionalFieldAt(path []any) (product int, field string, ok bool) {
	if len(path) < 4 || path[0] != "products" || path[1] != "nodes" {
		return 0, "", false
	}
	place, isNumber := path[2].(float64)
	field, isName := path[3].(string)
	return int(place), field, isNumber && isName && slices.Contains(optionalFields, field)
}

// fillUnread gives a product empty parts in place of those that the shop could
// not give, so that the rest can be read.
func fillUnread(p *adminapi.ListedProduct, unread []string) {
	for _, field := range unread {
		switch field {
		case "seo":
			p.Seo = &adminapi.SEO{}
		case "options":
			p.Options = nil
		case "priceRangeV2":
			p.PriceRangeV2 = &adminapi.PriceRange{MinVariantPrice: &adminapi.LowestPrice{}, MaxVariantPrice: &adminapi.HighestPrice{}}
		case "variants":
			p.Variants = &adminapi.VariantsPage{}
		case "media":
			p.Media = &adminapi.MediaPage{}
		case "metafields":
			p.Metafields = &adminapi.MetafieldsPage{}
		}
	}
}

// noteUnread names what a product lacks, in the words of the local copy.
func noteUnread(p *galley.Product, unread []string) {
	for _, field := range unread {
		p.Unread = append(p.Unread, map[string]galley.ProductPart{
			"onlineStoreUrl": galley.PartURL, "category": galley.PartCategory, "seo": galley.PartSEO, "options": galley.PartOptions, "priceRangeV2": galley.PartPrices,
			"variants": galley.PartVariants, "media": galley.PartImages, "metafields": galley.PartMetafields,
		}[field])
	}
}
