package signin

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/demo/oauth"
)

// TestSignedAsInShopifysExample holds signed to the example of Shopify's documentation.
func TestSignedAsInShopifysExample(t *testing.T) {
	const query = "code=0907a61c0c8d55e99db179b68161bc00&hmac=700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf" +
		"&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173"
	parsed, err := url.ParseQuery(query)
	require.NoError(t, err)
	require.True(t, signed(parsed, "hush"))
	require.False(t, signed(parsed, ""))
	require.False(t, signed(url.Values{}, "hush"))
}

// TestSignatureCoversWholeQuery accepts every signed query and no changed one.
func TestSignatureCoversWholeQuery(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String()
		query := url.Values{}
		for _, name := range rapid.SliceOfNDistinct(rapid.StringMatching("[a-z_&=%]{1,8}"), 1, 6, rapid.ID).Draw(t, "names") {
			query.Set(name, text.Draw(t, name))
		}
		query.Del("hmac")
		secret := rapid.StringN(1, 40, -1).Draw(t, "secret")
		query.Set("hmac", oauth.Sign(query, secret))
		require.True(t, signed(query, secret))

		other := text.Draw(t, "other")
		for name := range query {
			before := query.Get(name)
			if before == other {
				continue
			}
			query.Set(name, other)
			require.False(t, signed(query, secret), name)
			query.Set(name, before)
		}
		require.False(t, signed(query, secret+"x"))
		query.Add("code", "again")
		require.False(t, signed(query, secret))
	})
}
