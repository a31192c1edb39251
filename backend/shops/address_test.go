package shops

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shopify"
)

// FuzzAddresses: an address that is saved for a shop is the same address to its
// client.
func FuzzAddresses(f *testing.F) {
	for _, seed := range []string{
		"quillmoor", "https://Quillmoor.myshopify.com/admin", "admin.shopify.com/store/quillmoor?x", "https://host:1/", "http://127.0.0.1:1",
		"admin.shopify.com/quillmoor", "http://a b", strings.Repeat("a", 61), "https://user@host", "https://host?a", "#", "İ.myshopify.com",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		domain, err := parseDomain(typed)
		if err == nil {
			theirs, err := shopify.Domain(domain)
			require.NoError(t, err)
			require.Equal(t, domain, theirs)
		} else {
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
		}
		if err := checkEndpoint(typed); err != nil {
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
		}
	})
}
