package shopify_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestContentKeepsOrderAbsenceAndNull(t *testing.T) {
	one, two, three := "gid://shopify/Product/1", "gid://shopify/Product/2", "gid://shopify/Product/3"
	rows := []struct {
		field     galley.Field
		operation string
		nodes     string
		want      []galley.Current
	}{
		{galley.FieldTitle, "ProductTitles", `[{"id":"1","title":"One"},null,{"id":"3"}]`, []galley.Current{
			{Value: galley.Text("One"), Exists: true}, {}, {Value: galley.Null()}}},
		{galley.FieldDescription, "ProductDescriptions", `[{"id":"1","descriptionHtml":""},null,null]`, []galley.Current{
			{Value: galley.Text(""), Exists: true}, {}, {}}},
		{galley.FieldSEOTitle, "ProductSEO", `[{"id":"1","seo":{"title":null,"description":"D"}},null,{"id":"3","seo":{"title":"","description":null}}]`, []galley.Current{
			{Value: galley.Null(), Exists: true}, {}, {Value: galley.Text(""), Exists: true}}},
		{galley.FieldMetaDescription, "ProductSEO", `[{"id":"1","seo":{"title":null,"description":"D"}},null,{"id":"3"}]`, []galley.Current{
			{Value: galley.Text("D"), Exists: true}, {}, {}}},
		{galley.FieldAltText, "ImageAltTexts", `[{"__typename":"MediaImage","id":"1","alt":null},{"__typename":"Video","id":"2"},{"__typename":"MediaImage","id":"3","alt":"A"}]`, []galley.Current{
			{Value: galley.Null(), Exists: true}, {Value: galley.Null()}, {Value: galley.Text("A"), Exists: true}}},
	}
	for _, row := range rows {
		nodes := strings.NewReplacer(`"id":"1"`, `"id":"`+one+`"`, `"id":"2"`, `"id":"`+two+`"`, `"id":"3"`, `"id":"`+three+`"`).Replace(row.nodes)
		shop := newScript(t, data(`{"nodes":`+nodes+`}`))
		targets := []galley.Target{galley.ProductTarget(one), galley.ProductTarget(two), galley.ProductTarget(three)}
		if row.field.Place() == galley.PlaceImage {
			targets = []galley.Target{galley.ImageTarget(one), galley.ImageTarget(two), galley.ImageTarget(three)}
		}
		got, err := shop.client().Content(context.Background(), row.field, targets)
		require.NoError(t, err)
		for i := range row.want {
			row.want[i].Target = targets[i]
			if !row.want[i].Exists {
				got[i].Value, row.want[i].Value = galley.Value{}, galley.Value{}
			}
		}
		require.Equal(t, row.want, got, row.field)

		requests := shop.requests()
		require.Equal(t, row.operation, requests[0].Operation)
		require.JSONEq(t, fmt.Sprintf(`{"ids":[%q,%q,%q]}`, one, two, three), string(requests[0].Variables))
	}
}

func TestContentOfManyIsReadInParts(t *testing.T) {
	answer := func(w http.ResponseWriter, _ *http.Request) {
		data(`{"nodes":[`+strings.Repeat("null,", 99)+`null]}`)(w, nil)
	}
	rest := data(`{"nodes":[null]}`)
	shop := newScript(t, answer, answer, rest)
	got, err := shop.client().Content(context.Background(), galley.FieldTitle, make([]galley.Target, 201))
	require.NoError(t, err)
	require.Len(t, got, 201)
	for _, request := range shop.requests() {
		var variables struct {
			IDs []string `json:"ids"`
		}
		require.NoError(t, json.Unmarshal(request.Variables, &variables))
		require.LessOrEqual(t, len(variables.IDs), 100)
	}
}

func TestRefusesOversizedContent(t *testing.T) {
	for _, nodes := range []string{`[]`, `[null,null]`, `null`, `["text"]`, `[{"id":1}]`} {
		_, err := newScript(t, data(`{"nodes":`+nodes+`}`)).client().Content(context.Background(), galley.FieldTitle, []galley.Target{target})
		require.Equal(t, galley.CodeShopFailed, galley.CodeOf(err), nodes)
	}
	_, err := newScript(t, data(`{}`)).client().Content(context.Background(), "colour", []galley.Target{target})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}
