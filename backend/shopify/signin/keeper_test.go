package signin_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/shopify"
	"galley/backend/shopify/signin"
)

// keep makes a keeper with a credential that ends in an hour, for a shop that
// renews as the handler does.
func keep(t *testing.T, renew http.HandlerFunc) (*galleytest.Vault, *galleytest.Clock, shopify.Tokens) {
	t.Helper()
	server := httptest.NewServer(renew)
	t.Cleanup(server.Close)
	vault, clock := &galleytest.Vault{}, galleytest.NewClock()
	keeper := signin.NewKeeper(vault, clock, filepath.Join(t.TempDir(), "lock"))
	require.NoError(t, keeper.Keep(bg, "one", galley.Credential{
		SignIn: galley.SignInAuthorizationCode, Access: "first", Refresh: "shprt_first", Until: clock.Now().Add(time.Hour), ClientID: "id", ClientSecret: "secret",
	}))
	tokens, err := keeper.Tokens(galley.Shop{ID: "one", Name: "One", Endpoint: server.URL})
	require.NoError(t, err)
	return vault, clock, tokens
}

func second(w http.ResponseWriter, r *http.Request) {
	_, _ = fmt.Fprintf(w, `{"access_token":"second","expires_in":3600,"refresh_token":"after %s"}`, r.FormValue("refresh_token"))
}

func TestFailedRenewalIsIgnoredWhileTheTokenIsValid(t *testing.T) {
	down := true
	_, clock, tokens := keep(t, func(w http.ResponseWriter, r *http.Request) {
		if down {
			http.Error(w, "", http.StatusServiceUnavailable)
			return
		}
		second(w, r)
	})
	clock.Advance(58 * time.Minute)
	token, err := tokens.Token(bg)
	require.NoError(t, err)
	require.Equal(t, "first", token)
	clock.Advance(2 * time.Minute)
	_, err = tokens.Token(bg)
	require.Equal(t, galley.CodeShopFailed, galley.CodeOf(err))
	down = false
	token, err = tokens.Token(bg)
	require.NoError(t, err)
	require.Equal(t, "second", token)
}

func TestSavesNewTokenBeforeUse(t *testing.T) {
	var vault *galleytest.Vault
	vault, clock, tokens := keep(t, func(w http.ResponseWriter, r *http.Request) {
		vault.Locked = true // between reading the old one and saving the new one
		second(w, r)
	})
	clock.Advance(2 * time.Hour)
	_, err := tokens.Token(bg)
	require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
	vault.Locked = false
	kept, err := vault.Get(galley.ShopSecret("one"))
	require.NoError(t, err)
	require.Equal(t, "shprt_first", galley.ParseCredential(kept).Refresh, "the shop takes it until the new one was used")
}

func TestRefusedTokenIsRenewedOnceForAllRequests(t *testing.T) {
	asked := 0
	vault, _, tokens := keep(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		second(w, r)
	})
	for range 2 {
		token, err := tokens.Replace(bg, "first")
		require.NoError(t, err)
		require.Equal(t, "second", token)
	}
	require.Equal(t, 1, asked)
	kept, err := vault.Get(galley.ShopSecret("one"))
	require.NoError(t, err)
	require.Equal(t, "after shprt_first", galley.ParseCredential(kept).Refresh)
}

func TestRenewalDoesNotRestoreRemovedSecret(t *testing.T) {
	vault, clock, tokens := keep(t, second)
	require.NoError(t, vault.Delete(galley.ShopSecret("one")))
	clock.Advance(2 * time.Hour)
	_, err := tokens.Token(bg)
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))
	require.Zero(t, vault.Len())
}

func TestPastedTokenIsNotRenewed(t *testing.T) {
	vault := &galleytest.Vault{}
	keeper := signin.NewKeeper(vault, galleytest.NewClock(), filepath.Join(t.TempDir(), "lock"))
	shop := galley.Shop{ID: "one", Name: "One", Domain: "one.myshopify.com"}
	_, err := keeper.Tokens(shop)
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))

	require.NoError(t, vault.Set(galley.ShopSecret("one"), "shpat_pasted"))
	tokens, err := keeper.Tokens(shop)
	require.NoError(t, err)
	token, err := tokens.Token(bg)
	require.NoError(t, err)
	require.Equal(t, "shpat_pasted", token)
	_, err = tokens.Replace(bg, token)
	require.Equal(t, messages.ShopTokenRefused.String(), galley.MessageOf(err))

	require.NoError(t, vault.Set(galley.ShopSecret("one"), "shpat_new")) // as another process does
	token, err = tokens.Replace(bg, token)
	require.NoError(t, err)
	require.Equal(t, "shpat_new", token)
}
