package shopify

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/Khan/genqlient/graphql"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

func collectionDescriptions(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.CollectionDescriptions(ctx, call, ids)
	return answer.Nodes, err
}

func collectionSEO(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.CollectionSEO(ctx, call, ids)
	return answer.Nodes, err
}

// updateCollection sends texts of one collection, and no others.
func updateCollection(ctx context.Context, leg *leg, slots []galley.Slot, sent texts) (texts, *fault) {
	answer, err := adminapi.CollectionUpdate(ctx, leg, collectionInput(slots[0].Target.ID, sent))
	if err != nil {
		return nil, leg.fault
	}
	payload := answer.CollectionUpdate
	if payload == nil {
		return nil, &fault{cause: errors.New("collectionUpdate is null")}
	}
	if len(payload.UserErrors) > 0 {
		return nil, refusedCollection(sent, payload)
	}
	if payload.Collection == nil || payload.Collection.Seo == nil {
		return nil, &fault{cause: errors.New("collectionUpdate does not answer with the collection")}
	}
	values := texts{}
	for field := range sent {
		values[field] = writtenText(field, payload.Collection)
	}
	return values, nil
}

// collectionInput holds only the texts to send: what is left out is unchanged. The SEO texts are sent
// together, because Shopify clears a missing one.
func collectionInput(id string, sent texts) *adminapi.CollectionUpdateInput {
	input := &adminapi.CollectionUpdateInput{Id: &id}
	if html, has := sent[galley.FieldCollectionDescription]; has {
		input.DescriptionHtml = &html.Text
	}
	if title, has := sent[galley.FieldCollectionSEOTitle]; has {
		input.Seo = &adminapi.SEOInput{Title: nullable(title), Description: nullable(sent[galley.FieldCollectionMetaDescription])}
	}
	return input
}

func writtenText(field galley.Field, c *adminapi.WrittenCollection) galley.Value {
	switch field {
	case galley.FieldCollectionSEOTitle:
		return valueOf(c.Seo.Title)
	case galley.FieldCollectionMetaDescription:
		return valueOf(c.Seo.Description)
	default:
		return galley.Text(c.DescriptionHtml)
	}
}

// refusedCollection makes one sentence of collectionUpdate's user errors. One about no field, with
// no collection in the answer, means that the collection is gone: Shopify has no code for it.
func refusedCollection(sent texts, payload *adminapi.CollectionUpdatePayload) *fault {
	f := &fault{code: galley.CodeShopRefused, nothingDone: true}
	var said []string
	for _, refusal := range present(payload.UserErrors) {
		said = append(said, refusal.Message)
		if payload.Collection == nil && len(refusal.Field) == 0 {
			f.code = galley.CodeShopMissing
		}
	}
	field := galley.FieldCollectionSEOTitle
	if _, isDescription := sent[galley.FieldCollectionDescription]; isDescription {
		field = galley.FieldCollectionDescription
	}
	f.describe(field, "collection", said)
	return f
}
