package shopify_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shopify"
)

// circle is a shop in which the page after A is B, and the page after B is A. It gives up after 50 pages.
type circle struct{ pages int }

func (s *circle) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request struct {
		OperationName string
		Variables     struct {
			After *string
			IDs   []string
		}
	}
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	next := "A"
	if request.Variables.After != nil && *request.Variables.After == "A" {
		next = "B"
	}
	if s.pages++; s.pages > 50 {
		respond(http.StatusNotFound, "{}")(w, r)
		return
	}
	inner := nodesThen("", next)
	switch request.OperationName {
	case "MoreMedia":
		data(`{"product":{"media":`+inner+`}}`)(w, r)
	case "MoreVariants":
		data(`{"product":{"variants":`+inner+`}}`)(w, r)
	case "MoreMetafields":
		data(`{"product":{"metafields":`+inner+`}}`)(w, r)
	case "MoreMembers":
		data(`{"collection":{"products":`+inner+`}}`)(w, r)
	case "MoreCollections":
		data(`{"product":{"collections":`+inner+`}}`)(w, r)
	case "CollectionsOfProducts":
		data(`{"nodes":[{"id":"1","collections":`+inner+`}]}`)(w, r)
	case "CollectionsPage":
		data(`{"collections":`+nodes(`{"id":"1","handle":"c","title":"C","descriptionHtml":"","updatedAt":"2026-11-01T00:00:00Z","seo":{},"products":`+inner+`}`)+`}`)(w, r)
	default:
		http.Error(w, fmt.Sprint("unexpected ", request.OperationName), http.StatusBadRequest)
	}
}

// A list within an answer whose pages lead in a circle is refused, and is not read without end.
func TestPagesThatLeadInACircleAreRefused(t *testing.T) {
	for name, test := range map[string]struct {
		first string // the page of products, "" for none
		read  func(*shopify.Client) error
	}{
		"media":      {pageOf(listed(1, nodesThen("", "A"), nodes(""), nodes("")), ""), productsOf},
		"variants":   {pageOf(listed(1, nodes(""), nodesThen("", "A"), nodes("")), ""), productsOf},
		"metafields": {pageOf(listed(1, nodes(""), nodes(""), nodesThen("", "A")), ""), productsOf},
		"members of a collection": {"", func(c *shopify.Client) error {
			_, err := c.Members(context.Background(), []string{"1"})
			return err
		}},
		"members of a page of collections": {"", func(c *shopify.Client) error {
			_, err := c.Collections(context.Background(), "")
			return err
		}},
		"collections of a product": {"", func(c *shopify.Client) error {
			_, err := c.CollectionsOf(context.Background(), []string{"1"})
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			shop := &circle{}
			answers := []http.HandlerFunc{shop.ServeHTTP}
			if test.first != "" {
				answers = []http.HandlerFunc{data(test.first), shop.ServeHTTP}
			}
			err := test.read(newScript(t, answers...).client())
			require.Equal(t, galley.CodeShopFailed, galley.CodeOf(err), err)
			require.LessOrEqual(t, shop.pages, 4)
		})
	}
}

func productsOf(c *shopify.Client) error {
	_, err := c.Products(context.Background(), "")
	return err
}
