package signin_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/oauth/oauthtest"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify/signin"
)

var bg = context.Background()

func TestSignInTimesOut(t *testing.T) {
	a := signin.NewAuthorizer(galleytest.NewClock())
	a.Limit = time.Millisecond
	port, err := oauthtest.FreePort()
	require.NoError(t, err)
	visit, err := a.Authorize(bg, galley.App{Domain: "lamps.myshopify.com", ID: "id", Secret: "secret"}, port)
	require.NoError(t, err)
	_, err = visit.Wait(bg)
	visit.Close(err)
	require.Equal(t, galley.CodeTimeout, galley.CodeOf(err))
	require.Contains(t, visit.URL(), "https://lamps.myshopify.com/admin/oauth/authorize?")
}

func TestTokenEndpointAnswers(t *testing.T) {
	for _, test := range []struct {
		status int
		body   string
		code   galley.Code
	}{
		{http.StatusOK, `{}`, galley.CodeShopFailed},
		{http.StatusOK, `<html>`, galley.CodeShopFailed},
		{http.StatusFound, ``, galley.CodeShopFailed},
		{http.StatusBadRequest, `{"error":"invalid_client"}`, galley.CodeShopToken},
		{http.StatusUnauthorized, `<html>`, galley.CodeShopToken},
		{http.StatusNotFound, `<html>`, galley.CodeShopClosed},
		{http.StatusTooManyRequests, ``, galley.CodeShopFailed},
		{http.StatusBadGateway, `<html>`, galley.CodeShopFailed},
	} {
		shop := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "https://evil.example/")
			w.WriteHeader(test.status)
			_, _ = w.Write([]byte(test.body))
		}))
		app := galley.App{Endpoint: shop.URL, ID: "id", Secret: "shpss_secret"}
		_, err := signin.NewAuthorizer(galleytest.NewClock()).SignIn(bg, app)
		require.Equal(t, test.code, galley.CodeOf(err), "%d %s", test.status, test.body)
		require.NotContains(t, err.Error(), "shpss_")
		require.NotContains(t, galley.MessageOf(err), "please")
		shop.Close()
		_, err = signin.NewAuthorizer(galleytest.NewClock()).SignIn(bg, app)
		require.Equal(t, galley.CodeOffline, galley.CodeOf(err))
	}
}
