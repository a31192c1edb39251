package shopify

import (
	"context"
	"encoding/json"

	"github.com/Khan/genqlient/graphql"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// fieldPart is how Shopify's Admin API reads and writes a field.
type fieldPart struct {
	// read names the query that reads the field's slot, and nodes sends it.
	read  string
	nodes func(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error)
	// value is the field's in an answer; ok is false for a node of another kind.
	value func(h *holder) (v galley.Value, ok bool)
	// write names the mutation that writes the field's slot, and update sends texts of slots of one place.
	write  string
	update func(ctx context.Context, leg *leg, slots []galley.Slot, sent texts) (texts, *fault)
	// put adds the texts of the field's slot to the input of productUpdate.
	put func(input *adminapi.ProductUpdateInput, values map[galley.Field]galley.Value)
}

// partOf is the table of the fields' parts. A field without one has the zero part.
func partOf(field galley.Field) fieldPart {
	switch field {
	case galley.FieldTitle:
		return fieldPart{
			read: "ProductTitles", nodes: productTitles,
			value: func(h *holder) (galley.Value, bool) { return valueOf(h.Title), h.Title != nil },
			write: textUpdate, update: updateProduct, put: putTitle,
		}
	case galley.FieldDescription:
		return fieldPart{
			read: "ProductDescriptions", nodes: productDescriptions,
			value: func(h *holder) (galley.Value, bool) { return valueOf(h.DescriptionHTML), h.DescriptionHTML != nil },
			write: textUpdate, update: updateProduct, put: putDescription,
		}
	case galley.FieldSEOTitle:
		return fieldPart{
			read: "ProductSEO", nodes: productSEO, value: (*holder).seoTitle,
			write: productUpdate, update: updateProduct, put: putSEO,
		}
	case galley.FieldMetaDescription:
		return fieldPart{
			read: "ProductSEO", nodes: productSEO, value: (*holder).metaDescription,
			write: productUpdate, update: updateProduct, put: putSEO,
		}
	case galley.FieldAltText:
		return fieldPart{
			read: "ImageAltTexts", nodes: imageAltTexts,
			value: func(h *holder) (galley.Value, bool) { return valueOf(h.Alt), h.Kind == "MediaImage" },
			write: "FileUpdate", update: updateImage,
		}
	case galley.FieldCollectionDescription:
		return fieldPart{
			read: "CollectionDescriptions", nodes: collectionDescriptions,
			value: func(h *holder) (galley.Value, bool) { return valueOf(h.DescriptionHTML), h.DescriptionHTML != nil },
			write: "CollectionUpdate", update: updateCollection,
		}
	case galley.FieldCollectionSEOTitle:
		return fieldPart{
			read: "CollectionSEO", nodes: collectionSEO, value: (*holder).seoTitle,
			write: "CollectionUpdate", update: updateCollection,
		}
	case galley.FieldCollectionMetaDescription:
		return fieldPart{
			read: "CollectionSEO", nodes: collectionSEO, value: (*holder).metaDescription,
			write: "CollectionUpdate", update: updateCollection,
		}
	}
	return fieldPart{}
}

// part is the lead field's: those of one slot share how it is read and written.
func part(slot galley.Slot) fieldPart { return partOf(slot.Lead()) }

func (h *holder) seoTitle() (galley.Value, bool) {
	if h.SEO == nil {
		return galley.Value{}, false
	}
	return valueOf(h.SEO.Title), true
}

func (h *holder) metaDescription() (galley.Value, bool) {
	if h.SEO == nil {
		return galley.Value{}, false
	}
	return valueOf(h.SEO.Description), true
}

func productTitles(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.ProductTitles(ctx, call, ids)
	return answer.Nodes, err
}

func productDescriptions(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.ProductDescriptions(ctx, call, ids)
	return answer.Nodes, err
}

func productSEO(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.ProductSEO(ctx, call, ids)
	return answer.Nodes, err
}

func imageAltTexts(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.ImageAltTexts(ctx, call, ids)
	return answer.Nodes, err
}

func putTitle(input *adminapi.ProductUpdateInput, values map[galley.Field]galley.Value) {
	text := values[galley.FieldTitle].Text
	input.Title = &text
}

func putDescription(input *adminapi.ProductUpdateInput, values map[galley.Field]galley.Value) {
	html := values[galley.FieldDescription].Text
	input.DescriptionHtml = &html
}

// putSEO always sends both texts, because Shopify clears a missing one.
func putSEO(input *adminapi.ProductUpdateInput, values map[galley.Field]galley.Value) {
	input.Seo = &adminapi.SEOInput{
		Title: nullable(values[galley.FieldSEOTitle]), Description: nullable(values[galley.FieldMetaDescription]),
	}
}
