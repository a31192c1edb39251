package shopify

import (
	"encoding/json"
	"fmt"
	"strings"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// productOf is the local copy of a product as the shop lists it.
func productOf(p *adminapi.ListedProduct, names referenceNames) (galley.Product, error) {
	if p.Seo == nil || p.PriceRangeV2 == nil || p.PriceRangeV2.MinVariantPrice == nil || p.PriceRangeV2.MaxVariantPrice == nil {
		return galley.Product{}, misfit(fmt.Errorf("product %s lacks its SEO fields or prices", p.Id))
	}
	images, err := imagesOf(p.Media.Nodes)
	if err != nil {
		return galley.Product{}, err
	}
	product := galley.Product{
		ID:              p.Id,
		Handle:          p.Handle,
		Title:           p.Title,
		DescriptionHTML: p.DescriptionHtml,
		Vendor:          p.Vendor,
		ProductType:     p.ProductType,
		Status:          strings.ToLower(string(p.Status)),
		Tags:            p.Tags,
		SEOTitle:        valueOf(p.Seo.Title),
		MetaDescription: valueOf(p.Seo.Description),
		Options:         []galley.Option{},
		Metafields:      append(factsOf(p.Metafields.Nodes, names), weightsOf(p)...),
		SKUs:            skusOf(p.Variants.Nodes),
		VariantCount:    len(p.Variants.Nodes), // all are there by now; asking for the count would cost more
		PriceMin:        p.PriceRangeV2.MinVariantPrice.Amount,
		PriceMax:        p.PriceRangeV2.MaxVariantPrice.Amount,
		Currency:        string(p.PriceRangeV2.MinVariantPrice.CurrencyCode),
		Images:          images,
		UpdatedAt:       p.UpdatedAt,
	}
	if p.Category != nil {
		product.Category = p.Category.FullName
	}
	if p.OnlineStoreUrl != nil {
		product.URL = *p.OnlineStoreUrl
	}
	for _, option := range present(p.Options) {
		product.Options = append(product.Options, galley.Option{Name: option.Name, Values: names.inPlaceOf(option.Values)})
	}
	return product, nil
}

// valueOf distinguishes null from empty.
func valueOf(text *string) galley.Value {
	if text == nil {
		return galley.Null()
	}
	return galley.Text(*text)
}

func skusOf(variants []*adminapi.Variant) []string {
	skus := []string{}
	for _, variant := range present(variants) {
		if variant.Sku != nil && *variant.Sku != "" {
			skus = append(skus, *variant.Sku)
		}
	}
	return skus
}

// medium is one entry of a product's media, of any kind.
type medium struct {
	Kind  string   `json:"__typename"`
	ID    string   `json:"id"`
	Alt   *string  `json:"alt"`
	Image *picture `json:"image"`
}

type picture struct {
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// imagesOf picks the pictures among a product's media, without videos and 3D models. A picture that
// the shop is still processing has no URL yet.
func imagesOf(nodes []json.RawMessage) ([]galley.Image, error) {
	images := []galley.Image{}
	for _, node := range nodes {
		m, err := readObject(node, mediumFields)
		if err != nil {
			return nil, misfit(fmt.Errorf("medium %s: %w", excerpt(node), err))
		}
		if m.Kind != "MediaImage" {
			continue
		}
		image := galley.Image{ID: m.ID, Alt: valueOf(m.Alt), Position: len(images) + 1}
		if m.Image != nil {
			image.URL, image.Width, image.Height = m.Image.URL, m.Image.Width, m.Image.Height
		}
		images = append(images, image)
	}
	return images, nil
}
