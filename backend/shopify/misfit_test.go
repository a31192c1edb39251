package shopify_test

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify"
)

// spoil replaces parts of an answer by what should not be there.
func spoil(rt *rapid.T, value any) any {
	switch rapid.IntRange(0, 14).Draw(rt, "what") {
	case 0:
		return nil
	case 1:
		return rapid.SampledFrom([]any{map[string]any{}, []any{}, []any{nil}, "text", 7.5, true}).Draw(rt, "instead")
	}
	switch value := value.(type) {
	case map[string]any:
		for _, key := range sortedKeys(value) {
			value[key] = spoil(rt, value[key])
		}
	case []any:
		for i := range value {
			value[i] = spoil(rt, value[i])
		}
	}
	return value
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// The client turns every incomplete answer into a value or an error with a code, and never loops.
func TestIncompleteAnswers(t *testing.T) {
	images := nodesThen(mediaImage(1, `null`), "m1")
	answers := []string{
		identity(`{"handle":"write_products"},{"handle":"write_files"}`),
		pageOf(listed(1, images, nodes(`{"sku":"A"}`), nodes(`{"namespace":"custom","key":"k","type":"boolean","value":"true"}`)), ""),
		`{"nodes":[{"__typename":"MediaImage","id":"1","title":"T","descriptionHtml":"D","seo":{"title":null,"description":"d"},"alt":null}]}`,
		`{"productUpdate":{"product":{"id":"1","title":"T","descriptionHtml":"D","seo":{"title":"","description":null}},"userErrors":[{"field":["id"],"message":"No"}]},` +
			`"fileUpdate":{"files":[{"id":"gid://shopify/MediaImage/7","alt":null}],"userErrors":[{"field":null,"message":"No","code":"INVALID"}]}}`,
	}
	rapid.Check(t, func(rt *rapid.T) {
		var answer any
		require.NoError(rt, json.Unmarshal([]byte(rapid.SampledFrom(answers).Draw(rt, "answer")), &answer))
		spoiled, err := json.Marshal(spoil(rt, answer))
		require.NoError(rt, err)
		shop := newScript(t, data(string(spoiled)))
		defer shop.server.Close()
		for _, err := range everything(shop.client(func(cfg *shopify.Config) { cfg.Retries = -1 })) {
			if err != nil {
				require.NotEqual(rt, galley.CodeInternal, galley.CodeOf(err), "%s: %v", spoiled, err)
			}
		}
		require.Less(rt, len(shop.requests()), 30)
	})
}

func everything(c *shopify.Client) []error {
	defer c.Close()
	ctx := context.Background()
	var errs []error
	_, err := c.Info(ctx)
	errs = append(errs, err)
	_, err = c.Products(ctx, "")
	errs = append(errs, err)
	for _, field := range galley.Fields() {
		_, err = c.Content(ctx, field, []galley.Target{placeOf(field)})
		errs = append(errs, err)
		_, err = galleytest.WriteField(ctx, c, field, placeOf(field), galley.Text("T"))
		errs = append(errs, err)
	}
	return errs
}
