package shopify_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shopify"
)

func TestDomain(t *testing.T) {
	for _, text := range []string{
		"quillmoor", "quillmoor.myshopify.com", " Quillmoor.MyShopify.com ", "https://quillmoor.myshopify.com",
		"https://quillmoor.myshopify.com/admin/products?x=1", "https://admin.shopify.com/store/quillmoor/products", "quillmoor.myshopify.com/",
	} {
		domain, err := shopify.Domain(text)
		require.NoError(t, err, text)
		require.Equal(t, "quillmoor.myshopify.com", domain, text)
	}
	// The token would go there, so nothing is guessed.
	for _, text := range []string{
		"", "www.quillmoor.com", "quillmoor.myshopify.com.evil.example", "evil.example/quillmoor.myshopify.com", "-quillmoor",
		"quill moor", "quillmoor@evil", "quillmoor:8080", "user:pass@quillmoor.myshopify.com", "quillmoor.myshopify.com#x", "admin.shopify.com",
	} {
		_, err := shopify.Domain(text)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), text)
	}
}

func TestEndpoint(t *testing.T) {
	for text, want := range map[string]string{
		"http://127.0.0.1:4000":                                  "http://127.0.0.1:4000",
		"http://127.0.0.1:4000/":                                 "http://127.0.0.1:4000",
		"http://127.0.0.1:4000/admin/api/2026-10/graphql.json":   "http://127.0.0.1:4000",
		"http://localhost:4000/admin/api/2025-01/graphql.json":   "http://localhost:4000",
		"http://[::1]:4000/":                                     "http://[::1]:4000",
		"https://proxy.example/shops/7":                          "https://proxy.example/shops/7",
		"https://proxy.example/7/admin/api/2026-10/graphql.json": "https://proxy.example/7",
	} {
		base, err := shopify.Endpoint(text)
		require.NoError(t, err, text)
		require.Equal(t, want, base, text)
	}
	for _, text := range []string{
		"", "127.0.0.1:4000", "http://shop.example", "http://10.0.0.1", "http://127.0.0.1.evil.example", "ftp://127.0.0.1", "https://",
		"https://user:secret@proxy.example", "https://proxy.example/?q=1", "https://proxy.example/#x", "mailto:shop@example.com", "http://0.0.0.0:1",
	} {
		_, err := shopify.Endpoint(text)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), text)
	}
}

func TestRefusesTokenInvalidAsHeader(t *testing.T) {
	for _, token := range []string{"", "two words", "line\nbreak", "tökén"} {
		_, err := shopify.New(shopify.Config{Domain: "quillmoor", Token: token})
		require.Equal(t, galley.CodeShopToken, galley.CodeOf(err), token)
		if token != "" {
			require.NotContains(t, err.Error(), token)
		}
	}
}
