package demo

import (
	"strconv"
	"strings"

	"galley/backend/demo/graph"
)

// productOption and optionValue are parts of a product's options, with their
// positions.
type (
	productOption struct {
		*product

		place int // from 0
	}
	optionValue struct {
		productOption

		number int // from 0
		name   string
	}
	seo struct {
		title, description any
		fails              bool // the title
	}
	money      int64
	priceRange struct{ least, most money }
	taxon      string
)

// productResolvers answer the fields of a product.
var productResolvers = map[string]func(*graph.Call, *product) (any, error){
	"id":               graph.Get(func(p *product) any { return gid("Product", p.id) }),
	"legacyResourceId": graph.Get(func(p *product) any { return strconv.FormatInt(p.id, 10) }),
	"defaultCursor":    graph.Get(func(p *product) any { return p.cursor().String() }),
	"handle":           graph.Get(func(p *product) any { return p.handle }),
	"title":            graph.Get(func(p *product) any { return p.title }),
	"descriptionHtml":  graph.Get(func(p *product) any { return p.body }),
	"bodyHtml":         graph.Get(func(p *product) any { return p.body }),
	"vendor":           graph.Get(func(p *product) any { return p.vendor }),
	"productType":      graph.Get(func(p *product) any { return p.kind }),
	"tags":             graph.Get(func(p *product) any { return graph.List(p.tags) }),
	"status":           graph.Get(func(p *product) any { return strings.ToUpper(p.status) }),
	"seo": graph.Get(func(p *product) any {
		return seo{textOrNull(p.seoTitle), textOrNull(p.seoDescription), p.view.failsPart()}
	}),
	"category":              graph.Get(categoryOf),
	"templateSuffix":        graph.Get(func(p *product) any { return textOrNull(p.template) }),
	"isGiftCard":            graph.Get(func(p *product) any { return p.giftCard }),
	"requiresSellingPlan":   graph.Get(func(p *product) any { return p.sellingPlan }),
	"hasOnlyDefaultVariant": graph.Get(hasOnlyDefaultVariant),
	"hasOutOfStockVariants": hasOutOfStockVariants,
	"tracksInventory":       tracksInventory,
	"totalInventory":        graph.Get(func(p *product) any { return p.inventory }),
	"totalVariants":         graph.Get(func(p *product) any { return p.variantCount }),
	"variantsCount":         graph.Get(func(p *product) any { return exactly(p.variantCount) }),
	"mediaCount":            graph.Get(func(p *product) any { return exactly(p.mediaCount) }),
	"onlineStorePreviewUrl": graph.Get(func(p *product) any { return p.pageURL() }),
	"onlineStoreUrl":        graph.Get(onlineStoreURL),
	"createdAt":             graph.Get(func(p *product) any { return timestamp(p.createdAt) }),
	"updatedAt":             graph.Get(func(p *product) any { return timestamp(p.updatedAt) }),
	"publishedAt":           graph.Get(publishedTime),
	"options":               optionsOf,
	"priceRangeV2":          graph.Get(func(p *product) any { return priceRange{money(p.priceMin), money(p.priceMax)} }),
	"compareAtPriceRange":   graph.Get(compareRange),
	"variants":              variantsOf,
	"media":                 mediaOf,
	"images":                imagesOf,
	"featuredMedia":         featuredMedia,
	"featuredImage":         featuredImage,
	"metafield":             metafieldOf,
	"metafields":            metafieldsOf,
	"collections":           collectionsOf,
	"description": func(call *graph.Call, p *product) (any, error) {
		return truncated(call, plainText(p.body)), nil
	},
}

func productFields() graph.Resolvers {
	return graph.Resolvers{
		"Product": graph.On(productResolvers),
		"SEO": graph.On(map[string]func(*graph.Call, seo) (any, error){
			"title":       seoTitle,
			"description": graph.Get(func(s seo) any { return s.description }),
		}),
		"ProductOption": graph.On(map[string]func(*graph.Call, productOption) (any, error){
			"id":           graph.Get(func(o productOption) any { return gid("ProductOption", o.id*10+int64(o.place)) }),
			"name":         graph.Get(func(o productOption) any { return o.options[o.place].Name }),
			"position":     graph.Get(func(o productOption) any { return o.place + 1 }),
			"values":       graph.Get(func(o productOption) any { return graph.List(o.options[o.place].Values) }),
			"optionValues": graph.Get(optionValues),
		}),
		"ProductOptionValue": graph.On(map[string]func(*graph.Call, optionValue) (any, error){
			"id": graph.Get(func(v optionValue) any {
				return gid("ProductOptionValue", (v.id*10+int64(v.place))*100+int64(v.number))
			}),
			"name":        graph.Get(func(v optionValue) any { return v.name }),
			"hasVariants": graph.Get(func(optionValue) any { return true }),
		}),
		"ProductPriceRangeV2": graph.On(map[string]func(*graph.Call, priceRange) (any, error){
			"minVariantPrice": graph.Get(func(r priceRange) any { return r.least }),
			"maxVariantPrice": graph.Get(func(r priceRange) any { return r.most }),
		}),
		"ProductCompareAtPriceRange": graph.On(map[string]func(*graph.Call, priceRange) (any, error){
			"minVariantCompareAtPrice": graph.Get(func(r priceRange) any { return r.least }),
			"maxVariantCompareAtPrice": graph.Get(func(r priceRange) any { return r.most }),
		}),
		"MoneyV2": graph.On(map[string]func(*graph.Call, money) (any, error){
			"amount":       graph.Get(func(m money) any { return amount(int64(m)) }),
			"currencyCode": graph.Get(func(money) any { return shopCurrency }),
		}),
		"TaxonomyCategory": categoryFields(),
	}
}

func categoryFields() map[string]graph.Resolver {
	return graph.On(map[string]func(*graph.Call, taxon) (any, error){
		"id":         graph.Get(func(c taxon) any { return c.gid() }),
		"name":       graph.Get(func(c taxon) any { return lastStep(string(c)) }),
		"fullName":   graph.Get(func(c taxon) any { return string(c) }),
		"level":      graph.Get(func(c taxon) any { return strings.Count(string(c), " > ") + 1 }),
		"isLeaf":     graph.Get(func(taxon) any { return true }),
		"isRoot":     graph.Get(func(c taxon) any { return !strings.Contains(string(c), " > ") }),
		"isArchived": graph.Get(func(taxon) any { return false }),
	})
}

func (c taxon) gid() string { return "gid://shopify/TaxonomyCategory/" + handleOf(string(c), "na") }

// lastStep is the last part of a category's path: Home > Lamps.
func lastStep(path string) string {
	steps := strings.Split(path, " > ")
	return steps[len(steps)-1]
}

func categoryOf(p *product) any {
	if p.category == "" {
		return nil
	}
	return taxon(p.category)
}

func hasOnlyDefaultVariant(p *product) any {
	return p.variantCount == 1 && len(p.options) == 1 && p.options[0].Name == "Title"
}

func publishedTime(p *product) any {
	if !p.publishedAt.Valid {
		return nil
	}
	return timestamp(p.publishedAt.Int64)
}

// pageURL is where the demo shop shows the product, published or not.
func (p *product) pageURL() string { return p.view.base + pagePath(p.handle) }

func onlineStoreURL(p *product) any {
	if p.status != "active" || !p.publishedAt.Valid {
		return nil
	}
	return p.pageURL()
}

func optionsOf(call *graph.Call, p *product) (any, error) {
	all := make([]any, 0, len(p.options))
	for place := range p.options {
		all = append(all, productOption{p, place})
	}
	if first, limited := call.Args.Int("first"); limited {
		all = all[:max(0, min(first, len(all)))]
	}
	return all, nil
}

func optionValues(o productOption) any {
	values := o.options[o.place].Values
	all := make([]any, len(values))
	for i, name := range values {
		all[i] = optionValue{o, i, name}
	}
	return all
}

func compareRange(p *product) any {
	if !p.compareMin.Valid {
		return nil
	}
	return priceRange{money(p.compareMin.Int64), money(p.compareMax.Int64)}
}

func seoTitle(_ *graph.Call, s seo) (any, error) {
	if s.fails {
		return nil, graph.Refuse(graph.CodeInternal, "Internal error. Looks like something went wrong on our end.")
	}
	return s.title, nil
}
