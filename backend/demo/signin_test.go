package demo_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/demo/oauth"
)

// tokens is what the token endpoint gives.
type tokens struct {
	Access           string `json:"access_token"`
	Scope            string `json:"scope"`
	ExpiresIn        int    `json:"expires_in"`
	Refresh          string `json:"refresh_token"`
	RefreshExpiresIn int    `json:"refresh_token_expires_in"`
	Error            string `json:"error"`
	Description      string `json:"error_description"`
}

var (
	ownApp     = oauth.App{ID: "own", Secret: "shpss_own", Scopes: []string{"write_products", "write_files"}}
	foreignApp = oauth.App{ID: "foreign", Secret: "shpss_foreign", Foreign: true, Redirects: []string{"https://app.example/back"}}
)

func serveSignIn(t *testing.T) *server {
	t.Helper()
	return serve(t, demo.Options{Seed: demo.Seed{Products: 1}, Apps: []oauth.App{ownApp, foreignApp}})
}

// sign posts a form of pairs to the token endpoint.
func (s *server) sign(pairs ...string) (got tokens, status int) {
	s.t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	answer := s.post(oauth.TokenPath, "application/x-www-form-urlencoded", form.Encode(), map[string]string{"Accept": "application/json"})
	decode(s.t, answer.text(), &got)
	return got, answer.status
}

// reads returns the status of a request with that token.
func (s *server) reads(token string) int {
	s.t.Helper()
	return s.post(endpoint, "application/json", `{"query": "{ productsCount { count } }"}`, map[string]string{"X-Shopify-Access-Token": token}).status
}

func TestClientCredentials(t *testing.T) {
	s := serveSignIn(t)
	own := []string{"grant_type", "client_credentials", "client_id", "own", "client_secret", "shpss_own"}
	got, status := s.sign(own...)
	require.Equal(t, http.StatusOK, status)
	require.Regexp(t, `^shpat_[0-9a-f]{32}$`, got.Access)
	require.Equal(t, tokens{Access: got.Access, Scope: "write_products,write_files", ExpiresIn: 86399}, got)

	s.clock.move(86398 * time.Second)
	require.Equal(t, http.StatusOK, s.reads(got.Access))
	again, _ := s.sign(own...)
	s.clock.move(time.Second)
	require.Equal(t, http.StatusUnauthorized, s.reads(got.Access), "it ran out")
	require.Equal(t, http.StatusOK, s.reads(again.Access))
	require.Equal(t, http.StatusOK, s.reads(s.Token), "a pasted token never runs out")

	body := `{"grant_type":"client_credentials","client_id":"own","client_secret":"shpss_own"}`
	require.Equal(t, http.StatusOK, s.post(oauth.TokenPath, "application/json", body, nil).status)
}

func TestRefusedSignIn(t *testing.T) {
	s := serveSignIn(t)
	for _, test := range []struct{ id, secret, grant, code, says string }{
		{"foreign", "shpss_foreign", "client_credentials", "shop_not_permitted", "Client credentials cannot be performed on this shop."},
		{"own", "shpss_foreign", "client_credentials", "invalid_client", "The client secret is not valid."},
		{"own", "", "client_credentials", "invalid_client", "The client secret is not valid."},
		{"nobody", "shpss_own", "client_credentials", "application_cannot_be_found", "The application could not be found."},
		{"own", "shpss_own", "password", "unsupported_grant_type", "The grant type is not supported."},
		{"own", "shpss_own", "authorization_code", "invalid_request", "The authorization code was not found or was already used"},
		{"own", "shpss_own", "refresh_token", "invalid_grant", "This request requires an active refresh_token"},
	} {
		got, status := s.sign("grant_type", test.grant, "client_id", test.id, "client_secret", test.secret)
		require.Equal(t, http.StatusBadRequest, status)
		require.Equal(t, tokens{Error: test.code, Description: test.says}, got)
	}
	got := s.post(oauth.TokenPath, "application/x-www-form-urlencoded", "client_id=%zz", nil)
	require.Equal(t, http.StatusBadRequest, got.status)
	got = s.post(oauth.TokenPath, "application/x-www-form-urlencoded",
		"grant_type=client_credentials&client_id=foreign&client_secret=shpss_foreign", nil)
	require.Contains(t, got.header.Get("Content-Type"), "text/html", "a page, where JSON is not asked for")
	require.Contains(t, got.text(), "Oauth error shop_not_permitted: Client credentials cannot be performed on this shop.")
}

// authorize follows a merchant's browser: the question, the button, and back to
// the app.
func (s *server) authorize(query url.Values) (back url.Values) {
	s.t.Helper()
	app := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { back = r.URL.Query() }))
	defer app.Close()
	query.Set("redirect_uri", app.URL+"/callback")
	question := s.get(s.Endpoint + oauth.AuthorizePath + "?" + query.Encode())
	require.Equal(s.t, http.StatusOK, question.status, question.text())
	form := url.Values{}
	for _, field := range regexp.MustCompile(`name="(\w+)" value="([^"]*)"`).FindAllStringSubmatch(question.text(), -1) {
		form.Set(field[1], strings.ReplaceAll(field[2], "&amp;", "&"))
	}
	s.post(oauth.AuthorizePath, "application/x-www-form-urlencoded", form.Encode(), nil)
	return back
}

func TestAuthorizationCode(t *testing.T) {
	s := serveSignIn(t)
	back := s.authorize(url.Values{"client_id": {"own"}, "scope": {"read_products,write_products, read_files"}, "state": {"a&b=c"}})
	require.Equal(t, "a&b=c", back.Get("state"))
	require.Equal(t, "galley-demo.myshopify.com", back.Get("shop"))
	require.NotEmpty(t, back.Get("timestamp"))
	require.NotEmpty(t, back.Get("host"))
	require.Equal(t, oauth.Sign(back, "shpss_own"), back.Get("hmac"))
	require.NotEqual(t, oauth.Sign(back, "shpss_foreign"), back.Get("hmac"))

	_, status := s.sign("client_id", "foreign", "client_secret", "shpss_foreign", "code", back.Get("code"))
	require.Equal(t, http.StatusBadRequest, status, "somebody else's code")
	got, status := s.sign("client_id", "own", "client_secret", "shpss_own", "code", back.Get("code"))
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, tokens{Access: got.Access, Scope: "write_products,read_files"}, got, "good for ever")
	require.Equal(t, http.StatusOK, s.reads(got.Access))
	_, status = s.sign("client_id", "own", "client_secret", "shpss_own", "code", back.Get("code"))
	require.Equal(t, http.StatusBadRequest, status, "a code is good once")

	back = s.authorize(url.Values{"client_id": {"own"}})
	s.clock.move(time.Minute)
	_, status = s.sign("client_id", "own", "client_secret", "shpss_own", "code", back.Get("code"))
	require.Equal(t, http.StatusBadRequest, status, "and for a minute")
}

// TestSignatureMatchesShopifysExample compares Sign with the example of Shopify's
// documentation.
func TestSignatureMatchesShopifysExample(t *testing.T) {
	query, err := url.ParseQuery("code=0907a61c0c8d55e99db179b68161bc00&hmac=700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf" +
		"&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173")
	require.NoError(t, err)
	require.Equal(t, query.Get("hmac"), oauth.Sign(query, "hush"))
}

func TestAuthorizationRedirectsOnlyToTheApp(t *testing.T) {
	s := serveSignIn(t)
	for _, test := range []struct{ app, redirect, says string }{
		{"nobody", "http://127.0.0.1:3457/", "application_cannot_be_found"},
		{"own", "https://evil.example/", "The redirect_uri is not whitelisted"},
		{"own", "http://user@127.0.0.1:3457/", "The redirect_uri is not whitelisted"},
		{"own", "javascript:alert(1)", "The redirect_uri is not whitelisted"},
		{"own", "", "The redirect_uri is not whitelisted"},
		{"foreign", "http://127.0.0.1:3457/", "The redirect_uri is not whitelisted"},
	} {
		query := url.Values{"client_id": {test.app}, "redirect_uri": {test.redirect}, "state": {`"><script>`}}.Encode()
		for _, got := range []answer{
			s.get(s.Endpoint + oauth.AuthorizePath + "?" + query),
			s.post(oauth.AuthorizePath, "application/x-www-form-urlencoded", query, nil),
		} {
			require.Equal(t, http.StatusBadRequest, got.status)
			require.Contains(t, got.text(), test.says)
			require.Empty(t, got.header.Get("Location"))
		}
	}
	page := s.get(s.Endpoint + oauth.AuthorizePath + "?" + url.Values{"client_id": {"foreign"}, "redirect_uri": {"https://app.example/back"}, "state": {`"><script>`}}.Encode())
	require.Equal(t, http.StatusOK, page.status)
	require.NotContains(t, page.text(), "<script>")
}

func TestRefreshTokensRotate(t *testing.T) {
	s := serveSignIn(t)
	app := []string{"client_id", "own", "client_secret", "shpss_own"}
	back := s.authorize(url.Values{"client_id": {"own"}, "scope": {"write_products"}})
	first, _ := s.sign(append(app, "code", back.Get("code"), "expiring", "1")...)
	require.Regexp(t, `^shprt_[0-9a-f]{32}$`, first.Refresh)
	require.Equal(t, tokens{
		Access: first.Access, Scope: "write_products", ExpiresIn: 3600, Refresh: first.Refresh, RefreshExpiresIn: 7776000,
	}, first)
	s.clock.move(time.Hour)
	require.Equal(t, http.StatusUnauthorized, s.reads(first.Access))

	refresh := func(token string) (tokens, int) {
		return s.sign(append(app, "grant_type", "refresh_token", "refresh_token", token)...)
	}
	_, status := s.sign("client_id", "foreign", "client_secret", "shpss_foreign", "grant_type", "refresh_token", "refresh_token", first.Refresh)
	require.Equal(t, http.StatusBadRequest, status, "somebody else's")
	lost, status := refresh(first.Refresh)
	require.Equal(t, http.StatusOK, status)
	second, status := refresh(first.Refresh)
	require.Equal(t, http.StatusOK, status, "the answer was lost: the old one is good until the new one is used")
	require.NotEqual(t, lost.Refresh, second.Refresh)
	require.Equal(t, http.StatusUnauthorized, s.reads(lost.Access), "and the lost one is not")
	require.Equal(t, http.StatusOK, s.reads(second.Access))
	_, status = refresh(first.Refresh)
	require.Equal(t, http.StatusBadRequest, status, "now it is used")
	third, status := refresh(second.Refresh)
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, "write_products", third.Scope)
	require.Equal(t, http.StatusUnauthorized, s.reads(second.Access), "a token ends with its refresh")
	s.clock.move(90 * 24 * time.Hour)
	_, status = refresh(third.Refresh)
	require.Equal(t, http.StatusBadRequest, status, "it ran out")
}

func TestScopesThatAreMissing(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 1}, Scopes: []string{"read_products"}})
	require.JSONEq(t, `{"currentAppInstallation": {"accessScopes": [{"handle": "read_products"}]}}`,
		s.data(`{ currentAppInstallation { accessScopes { handle } } }`, nil))
	require.JSONEq(t, `{"productsCount": {"count": 1}}`, s.data(`{ productsCount { count } }`, nil))
	var got struct {
		Data   json.RawMessage
		Errors []json.RawMessage
	}
	decode(t, s.send(writeMug, nil), &got)
	require.JSONEq(t, `{"productUpdate": null}`, string(got.Data))
	require.JSONEq(t, "{\"message\": \"Access denied for productUpdate field. Required access: `write_products` access scope.\","+
		"\"locations\": [{\"line\": 1, \"column\": 19}], \"path\": [\"productUpdate\"], \"extensions\": {\"code\": \"ACCESS_DENIED\","+
		"\"documentation\": \"https://shopify.dev/api/usage/access-scopes\", \"requiredAccess\": \"`write_products` access scope.\"}}", string(got.Errors[0]))
	decode(t, s.send(`{ shop { name } files(first: 1) { nodes { id } } }`, nil), &got)
	require.Contains(t, string(got.Errors[0]), "Access denied for files field.")
	require.Equal(t, "null", string(got.Data), "what must not be null is nothing at all")

	decode(t, s.send(`mutation { fileUpdate(files: [{id: "gid://shopify/MediaImage/1", alt: "A mug"}]) { userErrors { message } } }`, nil), &got)
	require.Contains(t, string(got.Errors[0]),
		"Access denied for fileUpdate field. Required access: `write_files` access scope or `write_themes` access scope.")
}

func TestShopHasOwnAndForeignApp(t *testing.T) {
	shop, err := demo.Open(context.Background(), demo.Options{Seed: demo.Seed{Products: 1}})
	require.NoError(t, err)
	defer shop.Close()
	apps := shop.Apps()
	require.Len(t, apps, 2)
	require.False(t, apps[0].Foreign)
	require.True(t, apps[1].Foreign)
	require.Regexp(t, `^shpss_[0-9a-f]{32}$`, apps[0].Secret)
}
