package shopify_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

// placeOf is a place that holds the field.
func placeOf(f galley.Field) galley.Target {
	return galley.Target{Kind: f.Place(), ID: map[galley.PlaceKind]string{
		galley.PlaceProduct: "gid://shopify/Product/1", galley.PlaceImage: "gid://shopify/MediaImage/7",
		galley.PlaceCollection: "gid://shopify/Collection/3",
	}[f.Place()]}
}

// Unset fields must not be sent: to Shopify, a null clears a field.
func TestRequestBodyOfEachWrite(t *testing.T) {
	product := func(fields string) string {
		return `{"product":{` + fields + `}}`
	}
	id := `"id":"gid://shopify/Product/1"`
	rows := []struct {
		field     galley.Field
		value     galley.Value
		variables string
	}{
		{galley.FieldTitle, galley.Text("Oak & ash <table>"), product(id + `,"title":"Oak & ash <table>"`)},
		{galley.FieldTitle, galley.Text(""), product(id + `,"title":""`)},
		{galley.FieldDescription, galley.Text("<p>Warm “oak”\n\tété 木</p>"), product(`"descriptionHtml":"<p>Warm “oak”\n\tété 木</p>",` + id)},
		{galley.FieldDescription, galley.Text(""), product(`"descriptionHtml":"",` + id)},
		{galley.FieldSEOTitle, galley.Text("Oak table"), product(id + `,"seo":{"description":null,"title":"Oak table"}`)},
		{galley.FieldSEOTitle, galley.Text(""), product(id + `,"seo":{"description":null,"title":""}`)},
		{galley.FieldSEOTitle, galley.Null(), product(id + `,"seo":{"description":null,"title":null}`)},
		{galley.FieldMetaDescription, galley.Text("Warm"), product(id + `,"seo":{"description":"Warm","title":"Old title"}`)},
		{galley.FieldMetaDescription, galley.Null(), product(id + `,"seo":{"description":null,"title":"Old title"}`)},
		{galley.FieldAltText, galley.Text("A table"), `{"files":[{"alt":"A table","id":"gid://shopify/MediaImage/7"}]}`},
		{galley.FieldAltText, galley.Text(""), `{"files":[{"alt":"","id":"gid://shopify/MediaImage/7"}]}`},
		{galley.FieldAltText, galley.Null(), `{"files":[{"alt":null,"id":"gid://shopify/MediaImage/7"}]}`},
	}
	for _, row := range rows {
		shop := newScript(t, data(`{"productUpdate":null,"fileUpdate":null}`)).whileStanding()
		_, err := galleytest.WriteField(context.Background(), shop.client(), row.field, placeOf(row.field), row.value)
		require.Equal(t, galley.CodeOutcomeUnknown, galley.CodeOf(err), "the shop showed nothing")

		requests := shop.requests()
		require.Len(t, requests, 1)
		require.Equal(t, row.variables, string(requests[0].Variables))
		require.Equal(t, "/admin/api/2026-10/graphql.json", requests[0].path)
		require.Equal(t, token, requests[0].header.Get("X-Shopify-Access-Token"))
		require.NotContains(t, requests[0].body, token)
	}
}

// For any written text, the shop reads the same text.
func TestTextsAreSentUnchanged(t *testing.T) {
	shop := newScript(t, data(`{"productUpdate":null}`)).whileStanding()
	client := shop.client()
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.String().Draw(rt, "text")
		_, err := galleytest.WriteField(context.Background(), client, galley.FieldSEOTitle, target, galley.Text(text))
		require.Equal(rt, galley.CodeOutcomeUnknown, galley.CodeOf(err))
		requests := shop.requests()
		var sent struct {
			Product struct {
				SEO struct {
					Title string `json:"title"`
				} `json:"seo"`
			} `json:"product"`
		}
		require.NoError(rt, json.Unmarshal(requests[len(requests)-1].Variables, &sent))
		require.Equal(rt, text, sent.Product.SEO.Title)
	})
}

func TestDoesNotSendInvalidUTF8(t *testing.T) {
	shop := newScript(t, data(`{}`)).whileStanding()
	_, err := galleytest.WriteField(context.Background(), shop.client(), galley.FieldTitle, target, galley.Text("caf\xe9"))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Empty(t, shop.requests())
}

func TestWriteReturnsTextStoredByShop(t *testing.T) {
	product := `{"productUpdate":{"product":{"id":"gid://shopify/Product/1","title":"Kept title","descriptionHtml":"<p>Kept</p>",` +
		`"seo":{"title":null,"description":""}},"userErrors":[]}}`
	file := `{"fileUpdate":{"files":[{"id":"gid://shopify/MediaImage/7","alt":%s}],"userErrors":[]}}`
	rows := []struct {
		field  galley.Field
		answer string
		kept   galley.Value
	}{
		{galley.FieldTitle, product, galley.Text("Kept title")},
		{galley.FieldDescription, product, galley.Text("<p>Kept</p>")},
		{galley.FieldSEOTitle, product, galley.Null()},
		{galley.FieldMetaDescription, product, galley.Text("")},
		{galley.FieldAltText, fmt.Sprintf(file, `"Kept"`), galley.Text("Kept")},
		{galley.FieldAltText, fmt.Sprintf(file, `null`), galley.Null()},
	}
	for _, row := range rows {
		receipt, err := galleytest.WriteField(context.Background(), newScript(t, data(row.answer)).whileStanding().client(), row.field, placeOf(row.field), galley.Text("Sent"))
		require.NoError(t, err)
		require.Equal(t, row.kept, receipt.Values[row.field], row.field)
	}
}

func TestUserErrorsBecomeSentences(t *testing.T) {
	rows := []struct {
		field  galley.Field
		answer string
		code   galley.Code
		says   string
	}{
		{galley.FieldTitle, `{"productUpdate":{"product":null,"userErrors":[{"field":["title"],"message":"Title is too long (maximum is 255 characters)"}]}}`,
			galley.CodeShopRefused, "The shop did not take the title: Title is too long (maximum is 255 characters). Nothing was changed."},
		{galley.FieldTitle, `{"productUpdate":{"product":null,"userErrors":[{"field":["id"],"message":"Product does not exist"}]}}`,
			galley.CodeShopMissing, "The product is no longer on the shop. Nothing was changed."},
		{galley.FieldDescription, `{"productUpdate":{"product":null,"userErrors":[{"field":["bodyHtml"],"message":"Body (HTML) is too big."},{"field":null,"message":"And more"}]}}`,
			galley.CodeShopRefused, "The shop did not take the description: Body (HTML) is too big.; And more. Nothing was changed."},
		{galley.FieldAltText, `{"fileUpdate":{"files":[],"userErrors":[{"field":["files","0","alt"],"message":"Alt is too long","code":"ALT_VALUE_LIMIT_EXCEEDED"}]}}`,
			galley.CodeShopRefused, "The shop did not take the alt text: Alt is too long. Nothing was changed."},
		{galley.FieldAltText, `{"fileUpdate":{"files":null,"userErrors":[{"field":["files"],"message":"File ids do not exist.","code":"FILE_DOES_NOT_EXIST"}]}}`,
			galley.CodeShopMissing, "The image is no longer on the shop. Nothing was changed."},
	}
	for _, row := range rows {
		_, err := galleytest.WriteField(context.Background(), newScript(t, data(row.answer)).whileStanding().client(), row.field, placeOf(row.field), galley.Text("Sent"))
		require.Equal(t, row.code, galley.CodeOf(err))
		require.Equal(t, row.says, galley.MessageOf(err))
	}
}

// The request's id is what Shopify's support asks for; it is kept for a refusal, and for an unusable answer, too.
func TestReceiptHasTheRequestID(t *testing.T) {
	product := `{"data":{"productUpdate":{"product":{"id":"gid://shopify/Product/1","title":"Kept"},"userErrors":[]}}}`
	refused := `{"data":{"productUpdate":{"product":null,"userErrors":[{"field":["title"],"message":"Title is invalid"}]}}}`
	for name, row := range map[string]struct {
		answer http.HandlerFunc
		code   galley.Code
	}{
		"written": {respond(200, product, "X-Request-Id", "7e3b-11"), ""},
		"refused": {respond(200, refused, "X-Request-Id", "7e3b-11"), galley.CodeShopRefused},
		"lost":    {respond(500, `{}`, "X-Request-Id", "7e3b-11"), galley.CodeOutcomeUnknown},
	} {
		receipt, err := galleytest.WriteField(context.Background(), newScript(t, row.answer).whileStanding().client(), galley.FieldTitle, target, galley.Text("Kept"))
		require.Equal(t, row.code, galley.CodeOf(err), name)
		require.Equal(t, "7e3b-11", receipt.RequestID, name)
	}
}
